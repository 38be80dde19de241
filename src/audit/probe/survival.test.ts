import { describe, expect, it } from 'vitest';
import { filing, rule, statement } from '../../../property-tests/support.ts';
import { shippedVocabulary } from '../../concepts/shipped.ts';
import { compileProgramme } from '../../rules/program.ts';
import { suspectOf } from '../diagnose/suspects.ts';
import type { LedgerFigure } from '../ledger.ts';
import { openPage } from '../page.ts';
import type { Page } from '../page.ts';
import { survivalOf } from './survival.ts';

const vocabulary = shippedVocabulary();

/** A page of 5,600 and of twice as much, under one rule. */
function pageUnder(equation: string): Page {
  const rows = [
    { label: 'A', printed: ['5,600'] },
    { label: 'B', printed: ['11,200'] },
  ];
  return openPage(filing(statement(rows)), {
    rules: compileProgramme([rule(equation)], vocabulary),
    vocabulary,
    placeOf: () => ({ document: '', line: 1, column: 1 }),
  });
}

/** Why a misprint of 5,600 survives where everything from `low` to `high` is noticed by nobody. */
function reasonFor(equation: string, change: bigint, low: bigint | undefined, high: bigint | undefined): string {
  const page = pageUnder(equation);
  const figure = page.ledger.statements[0]?.rows[0]?.figures[0] as LedgerFigure;
  return survivalOf({
    suspect: suspectOf(page, figure),
    misprint: { kind: 'one-digit', text: String(5_600n + change), change },
    grid: { low, high },
    standsIn: page.judged,
    after: page,
  });
}

const OTHERWISE = 'the page is read otherwise with it, and ties so';
const rounding = (way: string) => `rounding allows it: ${way} in its last place, everything still ties`;

describe('a misprint survives', () => {
  it.each([
    [2n, rounding('up by less than 3')],
    [3n, OTHERWISE],
    [-4n, rounding('down by less than 5')],
    [-5n, OTHERWISE],
  ])('within what rounding allows up and down, and for another reason beyond: %s', (change, reason) => {
    expect(reasonFor('2 * "A" = "B"', change, 5_596n, 5_602n)).toBe(reason);
  });

  it.each([
    [-3n, 'its checks are limits, and none of them limits it downwards'],
    [99n, 'its checks are limits: up by less than 100 in its last place, none is passed'],
    [100n, OTHERWISE],
  ])('within its limits: %s', (change, reason) => {
    expect(reasonFor('"A" <= "B"', change, undefined, 5_699n)).toBe(reason);
  });

  it('where no check touches the figure', () => {
    const page = pageUnder('"A" <= "B"');
    const figure = page.ledger.statements[0]?.rows[0]?.figures[0] as LedgerFigure;
    const misprint = { kind: 'sign', text: '(5,600)', change: -11_200n } as const;
    const suspect = suspectOf(page, figure);
    expect(
      survivalOf({ suspect, misprint, grid: { low: undefined, high: undefined }, standsIn: [], after: page }),
    ).toBe('no check touches it');
  });
});
