/**
 * Completes package-lock.json after `npm install`: `npm run lockfile`.
 *
 * npm leaves out of the lock the binaries of other platforms that its registry does not carry, and
 * then refuses the lock that it wrote itself (`npm ci`: "Missing … from lock file"). This names
 * them, by the version that their parent asks for and the platform in their name, without a checksum.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Entry {
  readonly version?: string;
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly dev?: true;
  readonly optional?: true;
  readonly os?: readonly string[];
  readonly optionalDependencies?: Record<string, string>;
}

const SYSTEMS = new Set(['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']);
const path = join(import.meta.dirname, '../package-lock.json');

/** The platform that a binary's name ends in: `@oxlint/binding-linux-x64-musl`. */
function entryOf(name: string, version: string, parent: Entry): Entry | undefined {
  const parts = name.slice(name.lastIndexOf('/') + 1).split('-');
  const at = parts.findIndex((part) => SYSTEMS.has(part));
  const [os, cpu, abi] = parts.slice(at);
  if (at < 0 || os === undefined || cpu === undefined) return undefined;
  return {
    version,
    cpu: [cpu],
    ...(parent.dev && { dev: true as const }),
    ...(os === 'linux' && abi !== undefined && { libc: [abi.includes('musl') ? 'musl' : 'glibc'] }),
    optional: true,
    os: [os],
  };
}

const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, Entry> };
const added: Record<string, Entry> = {};
for (const [place, parent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    if (lock.packages[key] || lock.packages[`${place}/${key}`]) continue;
    const entry = entryOf(name, version, parent);
    if (entry) added[key] = entry;
  }
}
const names = Object.entries({ ...lock.packages, ...added });
lock.packages = Object.fromEntries(names.sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify(lock, undefined, 2)}\n`);
process.stdout.write(`${Object.keys(added).length} binaries of other platforms were added to package-lock.json\n`);
