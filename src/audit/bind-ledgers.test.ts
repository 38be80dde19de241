import { describe, expect, it } from 'vitest';
import { audited, filing, rule, statement } from '../../property-tests/support.ts';
import { shippedVocabulary } from '../concepts/shipped.ts';
import type { Row, Statement } from '../generated/types.ts';
import { compileProgramme } from '../rules/program.ts';
import { bind } from './bind.ts';
import { openLedger, reopenLedger } from './ledger.ts';
import type { Ledger } from './ledger.ts';

const vocabulary = shippedVocabulary();
const nowhere = () => ({ document: '', line: 1, column: 1 });
const line = (label: string, ...printed: (string | null)[]): Row => ({ label, printed });

describe('a rule over two statements', () => {
  const cash = 'CashAndCashEquivalentsAtCarryingValue';
  const flow = statement([{ label: 'Cash at end', printed: ['8'] }], {
    kind: 'cashFlowStatement',
    columns: [{ heading: '2006', period: '2006-01-01/2006-12-31' }],
  });
  const sheet = (printed: string): Statement =>
    statement([{ label: 'Cash', concept: cash, printed: [printed] }], {
      kind: 'balanceSheet',
      columns: [{ heading: '2006', period: '2006-12-31' }],
    });

  it('is bound anew where only the other of them is printed otherwise', () => {
    const programme = compileProgramme(
      [rule(`"Cash at end" = ${cash}@closing`, { statement: 'cashFlowStatement' })],
      vocabulary,
    );
    const printed = (ledger: Ledger) =>
      bind(ledger, programme).bound.flatMap(({ figures }) => [...figures.values()].flat().map((one) => one.printed));
    const first = openLedger(filing(flow, sheet('8')), vocabulary, nowhere);
    const second = reopenLedger(first, filing(flow, sheet('9')), vocabulary, nowhere);
    expect(second.statements[0]).toBe(first.statements[0]);
    expect(printed(first)).toEqual(['8', '8']);
    expect(printed(second)).toEqual(['8', '9']);
  });
});

describe('a rule that is read off the columns', () => {
  it('has the period of the column that it speaks of, if that has one', () => {
    const page = statement(
      [
        line('Sales', '1,234', '4,321', '5,555'),
        line('Costs', '2,345', '3,456', '5,801'),
        line('Staff', '7,531', '8,642', '16,173'),
      ],
      {
        kind: 'other',
        columns: [{ heading: 'North' }, { heading: 'South' }, { heading: 'Total', period: '2006-01-01/2006-12-31' }],
      },
    );
    const across = rule('ColumnParts = ColumnTotal', { statement: 'any' });
    const periods = (one: Statement) =>
      audited(filing(one), across)
        .audited.findings.filter((finding) => finding.rule === across.id)
        .map((finding) => ('period' in finding ? finding.period : 'none'));
    expect(periods(page)).toEqual(Array.from({ length: 3 }, () => '2006-01-01/2006-12-31'));
    const timeless = { ...page, columns: page.columns.map(({ heading }) => ({ heading })) };
    expect(periods(timeless)).toEqual(['none', 'none', 'none']);
  });
});
