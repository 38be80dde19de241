import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const clientFolder = join(import.meta.dirname, '../src/reporters/binder/client');

/** A module with the binder's script and style, and the hashes by which a page allows them and nothing else. */
export async function makeBinderPage(): Promise<string> {
  const build = await rolldown({ input: join(clientFolder, 'page.ts'), platform: 'browser' });
  const { output } = await build.generate({ format: 'iife', minify: true });
  await build.close();
  const style = readFileSync(join(clientFolder, 'page.css'), 'utf8').replace(/\s*\n\s*/g, '\n');
  return [
    '// Made from src/reporters/binder/client/ by `npm run generate`; do not edit.\n',
    ...Object.entries({ SCRIPT: output[0].code.trimEnd(), STYLE: style.trimEnd() }).map(([name, text]) => {
      // Either would end the element that holds it.
      if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error(`the binder's ${name} holds an end tag`);
      const hash = createHash('sha256').update(text).digest('base64');
      return `export const ${name} =\n  ${JSON.stringify(text)};\nexport const ${name}_HASH = 'sha256-${hash}';\n`;
    }),
  ].join('\n');
}
