/** The project's settings. */
import type { ErrorObject } from 'ajv';
import { existsSync } from 'node:fs';
import { decode } from '../documents/decode.ts';
import type { Config } from '../generated/types.ts';
import { readBytes } from './inputs.ts';

/**
 * Reads a config file, if there is one.
 * @throws Fault when it is no valid config
 */
export async function readConfig(path: string): Promise<Config> {
  if (!existsSync(path)) return {};
  // Loaded only where there is a config: the validators cost more than a whole check.
  const [{ parseJson, failSchema }, validators] = await Promise.all([
    import('../documents/json.ts'),
    import('../generated/validators.ts'),
  ]);
  const validate = validators.validateConfig as unknown as { (value: unknown): boolean; errors?: ErrorObject[] };
  const json = parseJson(decode(readBytes(path), path), path);
  if (!validate(json.value)) failSchema(validate.errors ?? [], json, 'a config');
  return json.value as Config;
}
