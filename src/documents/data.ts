/**
 * Data as people write it by hand, in JSON or YAML: read strictly, with the place of everything in
 * it, so that a mistake is shown where it stands.
 */
import { extname } from 'node:path';
import { fail } from '../fault.ts';
import type { FaultPlace } from '../generated/types.ts';

/** Names and indexes from the document down to a part. */
export type DataPath = readonly (string | number)[];

/**
 * Which spot of a part is meant: the part itself, the name before it, or one of the characters of
 * a text, counted from 0 as UTF-16.
 */
export type Spot = 'value' | 'name' | number;

/** A document of data with the places of its parts. */
export interface DataDocument<P extends FaultPlace = FaultPlace> {
  readonly value: unknown;
  readonly language: 'JSON' | 'YAML' | 'TypeScript';
  /** The place of the part at a path; of the nearest part around it where the path leads nowhere. */
  readonly placeOf: (path: DataPath, spot?: Spot) => P;
  /** The line at that place; empty where there is none to show. */
  readonly excerptOf: (path: DataPath, spot?: Spot) => string;
}

/** The endings of files that hold data. */
const DATA_ENDINGS = ['.yaml', '.yml', '.json'];

/**
 * Parses a file of data by the ending of its name.
 * @throws Fault with place and excerpt where it is not valid, or is neither YAML nor JSON
 */
export async function parseData(text: string, document: string): Promise<DataDocument> {
  switch (extname(document).toLowerCase()) {
    case '.json':
      return (await import('./json.ts')).parseJson(text, document);
    case '.yaml':
    case '.yml':
      return (await import('./yaml.ts')).parseYaml(text, document);
    default:
      return fail({
        code: 'unknown-ending',
        message: `the name of this file does not say what it is: it ends in "${extname(document)}"`,
        place: { document },
        hint: `rename it to end in ${DATA_ENDINGS.slice(0, -1).join(', ')} or ${DATA_ENDINGS.at(-1)}`,
      });
  }
}
