/** `tieout waive`: accepts findings of a report, with reason, owner and expiry, for the figures they stand on now. */
import { existsSync } from 'node:fs';
import { dirname, extname, relative, resolve, sep } from 'node:path';
import { isSeq, parseDocument } from 'yaml';
import { questionsOf } from '../audit/waive.ts';
import type { Question } from '../audit/waive.ts';
import { decode } from '../documents/decode.ts';
import { nearest } from '../documents/nearest.ts';
import { fail } from '../fault.ts';
import { isDay } from '../figures/period.ts';
import type { Audited, Waiver } from '../generated/types.ts';
import { usage } from './arguments.ts';
import { auditOne } from './audit-report.ts';
import { WAIVERS } from './config.ts';
import type { Settings } from './config.ts';
import { readBytes } from './inputs.ts';
import { fileSink } from './output.ts';
import { readWaivers } from './waivers.ts';

/** What was said on the command line. */
export interface Acceptance {
  readonly report: string;
  /** Ids of findings, or of rules with one finding that does not tie. */
  readonly findings: readonly string[];
  readonly reason: string | undefined;
  readonly owner: string | undefined;
  readonly expires: string | undefined;
}

const OPENING = `# Findings that somebody has accepted. A waiver is void once one of its figures changes.
# \`tieout waive\` adds to this file; reasons, owners and days may be edited by hand.
waivers: []
`;

/**
 * Writes waivers into their file, whole or not at all. One for the same rule and column of the
 * same report that is void or expired gives way to the new one.
 * @returns what was done, for the reader
 * @throws Fault when something was not said, or there is no such finding
 */
export async function acceptFindings(said: Acceptance, settings: Settings): Promise<string> {
  const reason = needed('reason', said.reason, '--reason "The parts are rounded to different units"');
  const owner = needed('owner', said.owner, '--owner "J. Smith"');
  const expires = needed('expires', said.expires, '--expires 2027-03-31');
  if (!isDay(expires))
    usage(
      `there is no day ${expires}`,
      'write the last day on which the waiver is in force, such as --expires 2027-03-31',
    );
  const file = settings.waivers.value ?? WAIVERS;
  if (!['.yaml', '.yml'].includes(extname(file)))
    usage(`waivers are written as YAML, and ${file} is not`, 'give --waivers a name that ends in .yaml');
  const { audited } = await auditOne(said.report, settings);
  const chosen = said.findings.map((selector) => choose(selector, audited));
  if (chosen.length === 0) usage('which finding shall be waived?', hintOf(audited));
  const document = relative(dirname(resolve(file)), resolve(said.report))
    .split(sep)
    .join('/');
  const waivers = chosen.map(({ evidence }): Waiver => ({ document, ...evidence, reason, owner, expires }));
  await writeWaivers(file, waivers);
  return waivers
    .map(
      ({ rule, column }) =>
        `${file}: ${rule}${column === '' ? '' : `, ${column}`}: accepted by ${owner} until ${expires}\n`,
    )
    .join('');
}

function needed(name: string, value: string | undefined, example: string): string {
  return value?.trim() ? value.trim() : usage(`a waiver needs --${name}`, example);
}

function choose(selector: string, audited: Audited): Question {
  const questions = questionsOf(audited);
  const open = questions.filter(({ isOpen }) => isOpen);
  const isMeant = ({ id, evidence: { rule } }: Question) => id === selector || rule === selector;
  const meant = open.filter(isMeant);
  const [first, ...others] = meant;
  if (first && others.length === 0) return first;
  const place = { document: audited.source };
  if (first)
    return fail({
      code: 'which-finding',
      message: `${meant.length} findings of ${selector} do not tie`,
      place,
      hint: `name one of them: ${meant.map(({ id }) => id).join(', ')}`,
    });
  const ties = questions.some(isMeant);
  const near = nearest(
    selector,
    open.map(({ id }) => id),
  );
  return fail({
    code: 'no-finding',
    message: ties ? `${selector} ties; there is nothing to waive` : `there is no finding ${selector}`,
    place,
    hint: near === undefined ? hintOf(audited) : `did you mean ${near}?`,
  });
}

function hintOf(audited: Audited): string {
  const open = questionsOf(audited).flatMap(({ id, isOpen }) => (isOpen ? [id] : []));
  return open.length === 0
    ? 'everything ties; there is nothing to waive'
    : `--finding ${open.slice(0, 5).join(', or --finding ')}`;
}

async function writeWaivers(file: string, waivers: readonly Waiver[]): Promise<void> {
  const present = existsSync(file);
  // What is there must be good before anything is added to it.
  const kept = present ? await readWaivers(file) : [];
  const yaml = parseDocument(present ? decode(readBytes(file), file) : OPENING);
  const list = yaml.get('waivers');
  if (!isSeq(list))
    return fail({ code: 'schema', message: 'this is not a file of waivers', place: { document: file } });
  list.flow = false;
  for (const waiver of waivers) {
    const before = kept.findIndex(({ waiver: old }) => sameQuestion(old, waiver));
    if (before >= 0) list.set(before, yaml.createNode(waiver));
    else list.add(yaml.createNode(waiver));
  }
  const sink = fileSink(file);
  try {
    await sink.write(yaml.toString({ lineWidth: 0 }));
    await sink.finish();
  } catch (error) {
    sink.discard();
    throw error;
  }
}

function sameQuestion(a: Waiver, b: Waiver): boolean {
  const labels = (waiver: Waiver) => JSON.stringify(waiver.figures.map(({ label }) => label).sort());
  return a.document === b.document && a.rule === b.rule && a.column === b.column && labels(a) === labels(b);
}
