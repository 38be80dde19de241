import type { Audited, FaultRecord } from '../generated/types.ts';
import { forXml } from './escape.ts';
import { itemsOf, waivedText } from './items.ts';
import type { Item } from './items.ts';
import type { Reporter } from './reporter.ts';
import { lapsedRecords } from './waivers.ts';

/**
 * JUnit XML: a suite for each report, a test case for each check. What breaks fails; what could not
 * be proven, holds only on the edge, or is waived is skipped with its reason; a fault is an error.
 */
export const junitReporter: Reporter = {
  extension: 'junit.xml',
  open: ({ name }) => `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${name}">\n`,
  filing: (audited) => suite(audited.source, casesOf(audited)),
  close: (faults, summary) => {
    const waivers = lapsedRecords(summary);
    return [
      faults.length === 0
        ? ''
        : suite(
            'faults of the run',
            faults.map((fault) => recordCase('error', 'fault', fault)),
          ),
      waivers.length === 0
        ? ''
        : suite(
            'waivers not in force',
            waivers.map((waiver) => recordCase('skipped', 'waiver', waiver)),
          ),
      '</testsuites>\n',
    ].join('');
  },
};

interface Case {
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  readonly xml: string;
}

function suite(name: string, cases: readonly Case[]): string {
  const count = (outcome: Case['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  const counts = `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
  return `  <testsuite name="${forXml(name)}" ${counts} time="0">\n${cases.map(({ xml }) => xml).join('')}  </testsuite>\n`;
}

function casesOf(audited: Audited): Case[] {
  return [
    ...itemsOf(audited).map(itemCase),
    ...audited.notApplied.map(({ rule, reason }) =>
      testCase('skipped', rule, `${rule} does not apply`, 'not applied', reason),
    ),
  ];
}

function itemCase(item: Item): Case {
  const { line, column } = item.place;
  const name = `${[item.title, item.when].filter((part) => part !== '').join(', ')} [${line}:${column}]`;
  const said = [...item.likely.map((likely) => `Likely: ${likely}`), `Rule: ${item.equation}`];
  const body = [
    `${item.place.document}:${line}:${column}`,
    ...item.working.map(({ amount, text, place }) => `${amount}  ${text}${place === undefined ? '' : `, ${place}`}`),
    ...said,
  ];
  if (item.waived)
    return testCase('skipped', item.rule, name, 'waived', `${waivedText(item.waived)}; ${item.outcome}`, body);
  switch (item.verdict) {
    case 'exact':
    case 'rounding':
      return testCase('passed', item.rule, name, item.verdict, '');
    case 'edge':
    case 'unproven':
      return testCase('skipped', item.rule, name, item.verdict, item.outcome, body);
    case 'breaks':
      return testCase('failure', item.rule, name, `breaks (${item.severity})`, item.outcome, body);
  }
}

function recordCase(
  outcome: 'error' | 'skipped',
  group: string,
  { code, message, place, excerpt, hint }: FaultRecord,
): Case {
  const where = place ? [place.document, place.line, place.column].filter((part) => part !== undefined).join(':') : '';
  const body = [excerpt, hint === undefined ? undefined : `Next: ${hint}`].filter((part) => part !== undefined);
  return testCase(outcome, group, `${code}${where === '' ? '' : ` ${where}`}`, code, message, body);
}

function testCase(
  outcome: Case['outcome'],
  group: string,
  name: string,
  type: string,
  message: string,
  body: readonly string[] = [],
): Case {
  const head = `    <testcase classname="${forXml(group)}" name="${forXml(name)}" time="0"`;
  if (outcome === 'passed') return { outcome, xml: `${head}/>\n` };
  const text = body.map(forXml).join('\n');
  const inner = `<${outcome} type="${forXml(type)}" message="${forXml(message)}">${text}</${outcome}>`;
  return { outcome, xml: `${head}>\n      ${inner}\n    </testcase>\n` };
}
