/** What must hold between the amounts in sentences, and between them and the statements: bound and judged like any rule. */
import { normaliseLabel } from '../concepts/labels.ts';
import { Decimal } from '../figures/decimal.ts';
import type { Node, Relation } from '../equations/index.ts';
import { proseRules } from '../rules/prose.ts';
import type { ProseRule } from '../rules/prose.ts';
import type { Bound } from './bind.ts';
import { isLoose } from './claims.ts';
import type { ClaimFigure, Prose } from './claims.ts';
import { lineOfClaim, linesOf } from './claim-lines.ts';
import type { Line, Lines } from './claim-lines.ts';
import { findFootings } from './footing.ts';
import { standingFor } from './ledger.ts';
import type { Ledger, LedgerFigure } from './ledger.ts';
import { constant, minus, newNames, pageRule, product, sum } from './page-rule.ts';
import type { Home, Names } from './page-rule.ts';
import { linesUnder } from './structure.ts';
import { judge } from './verdicts.ts';
import type { Judged } from './verdicts.ts';

/** An equation with what is to be said of it besides, once it is judged. */
interface Check {
  readonly bound: Bound;
  /** What a reader should know where it holds. */
  readonly remark?: string;
  /** Why a miss is no contradiction, where the text leaves it open. */
  readonly open?: string;
}

interface Page {
  readonly prose: Prose;
  readonly lines: Lines;
  readonly ledger: Ledger;
  readonly byId: ReadonlyMap<string, ClaimFigure>;
}

/** Judges everything that the claims of a filing say. */
export function judgeClaims(ledger: Ledger, prose: Prose): Judged[] {
  if (prose.figures.length === 0) return [];
  const page: Page = {
    prose,
    ledger,
    lines: linesOf(ledger),
    byId: new Map(prose.figures.map((figure) => [figure.id, figure])),
  };
  const checks = [
    ...prose.figures.flatMap((claim) => [
      ...agreement(claim, page),
      ...change(claim, page),
      ...direction(claim, page),
      ...withinLine(claim, page),
    ]),
    ...repeats(page),
    ...parts(page),
    ...sales(page),
    ...drivers(page),
  ];
  return checks.map(({ bound, remark, open }): Judged => {
    const judged = judge(bound);
    if (open !== undefined && (judged.verdict === 'breaks' || judged.verdict === 'edge'))
      return { ...judged, verdict: 'unproven', reason: open };
    return remark === undefined || judged.reason !== undefined || judged.verdict === 'breaks'
      ? judged
      : { ...judged, reason: remark };
  });
}

function nameOf(line: Line): string {
  return line.row.row.label || 'total without a label';
}

function homeOf(line: Line): Home {
  return { statement: line.statement, column: line.figure.column };
}

function homeInText(claim: ClaimFigure, page: Page): Home {
  return { statement: page.prose.statement, column: claim.column };
}

/** Results, whose words always say whether they are above or below zero; of all else pages print magnitudes. */
const PROFIT =
  /^(?:NetIncomeLoss|ProfitLoss|IncomeLossFrom|OperatingIncomeLoss|GrossProfit|EarningsPerShare|ComprehensiveIncome|NetCashProvided|StockholdersEquity)/;

/** The figure of the statement under the sign in which the claim gives it: "other expense of $5 million". */
function under(claim: ClaimFigure, figure: LedgerFigure): LedgerFigure {
  if (PROFIT.test(claim.claim.concept ?? figure.concept?.name ?? '')) return figure;
  return figure.value.sign() * claim.value.sign() < 0 ? standingFor(figure, !figure.turned) : figure;
}

/** Words that do not tell one line from another. */
const FILLERS = new Set(
  'total net expense cost charge income loss earnings profit (loss) (income) (expense) (deficit) deficit gain (gain) attributable to from by used in provided (used) for and accumulated'.split(
    ' ',
  ),
);

/** Whether the words of a claim are those of the line, fillers apart; of an amount a share the concept says enough. */
function sameWords(claim: ClaimFigure, line: LedgerFigure): boolean {
  if (claim.unit === 'USD/shares' || claim.claim.measures === undefined) return true;
  const [own, its] = [claim.claim.measures, line.label].map((text) =>
    normaliseLabel(text)
      .split(' ')
      .filter((word) => !FILLERS.has(word))
      .sort()
      .join(' '),
  );
  return own === its;
}

function doubtOf(claim: ClaimFigure, ...lines: readonly Line[]): string | undefined {
  const doubts = lines.flatMap((line) => line.doubt ?? []);
  if (isLoose(claim))
    doubts.push(`"${claim.printed}" is a round figure, or nothing at a precision that it does not say`);
  if (
    lines.some(
      ({ figure, statement }) =>
        statement.statement.scale === undefined &&
        claim.unit === 'USD' &&
        figure.value.sign() !== 0 &&
        figure.value.abs().compare(claim.ulp) < 0,
    )
  )
    doubts.push('the scale of the statement could not be read');
  for (const { figure } of lines) {
    if (!sameWords(claim, figure)) doubts.push(`the statement calls it "${figure.label}"`);
  }
  return doubts.length > 0 ? doubts.join('; ') : undefined;
}

/** "More than $5 million" bounds from below, "nearly $5 million" from above; of a loss the other way round. */
function relationOf(claim: ClaimFigure): Relation {
  const { hedge } = claim.claim;
  if (hedge !== 'over' && hedge !== 'under') return '=';
  return (hedge === 'over') === claim.value.sign() >= 0 ? '>=' : '<=';
}

/** The claim against the line of the statement, or against the lines that it sums up. */
function agreement(claim: ClaimFigure, page: Page): Check[] {
  const { relation = 'is', unplaced } = claim.claim;
  if (unplaced !== undefined || (relation !== 'is' && relation !== 'part')) return [];
  const names = newNames();
  const line = claim.claim.concept === undefined && relation === 'part' ? undefined : lineOfClaim(claim, page.lines);
  if (line) {
    const table = names.node(under(claim, line.figure), nameOf(line));
    return [
      {
        bound: pageRule(
          proseRules.agrees,
          table,
          relationOf(claim),
          names.node(claim, claim.label),
          names,
          homeOf(line),
          doubtOf(claim, line),
        ),
      },
    ];
  }
  const terms = (claim.claim.sum ?? []).map((name) => page.lines.find(name, undefined, claim.period, claim.unit));
  const found = terms.flatMap((term) => term ?? []);
  const [first] = found;
  if (!first || found.length < terms.length) return [];
  const left = sum(found.map((each) => names.node(each.figure, nameOf(each))));
  const doubt = ['the statement may have further lines that belong to it', doubtOf(claim, ...found)]
    .filter((one) => one !== undefined)
    .join('; ');
  return [
    {
      bound: pageRule(
        proseRules.sums,
        left,
        relationOf(claim),
        names.node(claim, claim.label),
        names,
        homeOf(first),
        doubt,
      ),
    },
  ];
}

/** A part that stands in a line: no more than the line, and what else is in it. */
function withinLine(claim: ClaimFigure, page: Page): Check[] {
  const { within, unplaced } = claim.claim;
  if (within === undefined || unplaced !== undefined) return [];
  const line = page.lines.find(within, undefined, claim.period, claim.unit);
  if (!line) return [];
  const names = newNames();
  const whole = line.figure.value.sign() < 0 ? standingFor(line.figure, !line.figure.turned) : line.figure;
  const bound = pageRule(
    proseRules.partOfLine,
    names.node(claim, claim.label),
    '<=',
    names.node(whole, nameOf(line)),
    names,
    homeOf(line),
    doubtOf(claim, line),
  );
  return [
    {
      bound,
      remark: remainder(whole, [claim], 'of the line is something else'),
    },
  ];
}

/** "64,000 (13,500 to 114,500 before rounding) of the line is something else". */
function remainder(whole: LedgerFigure, taken: readonly LedgerFigure[], what: string): string {
  const point = taken.reduce((rest, part) => rest.minus(part.value), whole.value);
  const box = taken.reduce((rest, part) => rest.plus(part.box.negated()), whole.box);
  return `${grouped(point)} (${grouped(box.low())} to ${grouped(box.high())} before rounding) ${what}`;
}

function grouped(amount: Decimal): string {
  const [whole = '', fraction] = amount.toString().split('.');
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

/** "Increased $4.7 million", "increased 12%": against the two columns. */
function change(claim: ClaimFigure, page: Page): Check[] {
  const { relation, concept, measures, since, direction: way, unplaced } = claim.claim;
  if (relation !== 'change' || unplaced !== undefined || way === undefined) return [];
  const percent = claim.unit === 'pure';
  const unit = percent ? (claim.concept?.unit ?? 'USD') : claim.unit;
  const later = page.lines.find(concept, measures, claim.period, unit);
  const earlier = page.lines.find(concept, measures, since, unit);
  if (!later || !earlier || later.statement !== earlier.statement) return [];
  // A loss that turns into a profit has no percentage.
  if (percent && (later.figure.value.sign() !== earlier.figure.value.sign() || later.figure.value.sign() === 0))
    return [];
  const fromTable = changeOf(claim, later, earlier, later.figure, earlier.figure);
  // A text may count from its own rounded amounts: 1.6 less 1.4, where the statement shows 1,563 less 1,417.
  const [to, from] = [claim.claim.period, since].map((period) => levelOf(claim, period, page));
  if (!to || !from || judge(fromTable.bound).verdict !== 'breaks') return [fromTable];
  const fromText = changeOf(claim, later, earlier, to, from);
  return [judge(fromText.bound).verdict === 'breaks' ? fromTable : fromText];
}

/** The amount that the text itself gives for the measure of a change in one of its periods. */
function levelOf(claim: ClaimFigure, period: string | undefined, page: Page): ClaimFigure | undefined {
  const { concept, measures } = claim.claim;
  return page.prose.figures.find(
    (one) =>
      one.claim.unplaced === undefined &&
      (one.claim.relation ?? 'is') === 'is' &&
      one.claim.period === period &&
      one.unit !== 'pure' &&
      (concept === undefined ? one.claim.measures === measures : one.claim.concept === concept),
  );
}

function changeOf(claim: ClaimFigure, later: Line, earlier: Line, to: LedgerFigure, from: LedgerFigure): Check {
  const percent = claim.unit === 'pure';
  const { direction: way } = claim.claim;
  const names = newNames();
  const [t, s] = [names.node(to, `${nameOf(later)}, later`), names.node(from, `${nameOf(earlier)}, earlier`)];
  const c = names.node(claim, claim.label);
  const grew = (way === 'up') === to.value.sign() >= 0;
  const doubt = doubtOf(claim, later, earlier);
  if (percent) {
    // For a percentage only the magnitudes count: a loss that shrinks by a fifth is four fifths of it.
    const factor = sum([constant(Decimal.one), way === 'up' ? c : minus(c)]);
    return {
      bound: pageRule(proseRules.percent, t, relationOf(claim), product([s, factor]), names, homeOf(later), doubt),
    };
  }
  const difference = grew ? sum([t, minus(s)]) : sum([s, minus(t)]);
  return {
    bound: pageRule(proseRules.change, difference, relationOf(claim), c, names, homeOf(later), doubt),
  };
}

/** "Increased to": against the two columns. */
function direction(claim: ClaimFigure, page: Page): Check[] {
  const { relation = 'is', concept, measures, since, direction: way, unplaced } = claim.claim;
  if (relation !== 'is' || unplaced !== undefined || way === undefined) return [];
  const later = page.lines.find(concept, measures, claim.period, claim.unit);
  const earlier = page.lines.find(concept, measures, since, claim.unit);
  if (!later || !earlier || later.statement !== earlier.statement) return [];
  const names = newNames();
  const [t, s] = [
    names.node(later.figure, `${nameOf(later)}, later`),
    names.node(earlier.figure, `${nameOf(earlier)}, earlier`),
  ];
  const grew = (way === 'up') === later.figure.value.sign() >= 0;
  return [
    {
      bound: pageRule(
        proseRules.direction,
        t,
        grew ? '>=' : '<=',
        s,
        names,
        homeOf(later),
        doubtOf(claim, later, earlier),
      ),
    },
  ];
}

/** Amounts that say the same thing of the same period: each against the first. */
function repeats(page: Page): Check[] {
  const first = new Map<string, ClaimFigure>();
  const checks: Check[] = [];
  for (const claim of page.prose.figures) {
    const { relation = 'is', concept, measures, period, unplaced, hedge } = claim.claim;
    if (unplaced !== undefined || hedge === 'over' || hedge === 'under') continue;
    if (relation !== 'is' && (relation !== 'part' || concept === undefined)) continue;
    const event = concept === undefined && period === undefined;
    const name = concept ?? measures?.toLowerCase();
    if (name === undefined) continue;
    const key = `${claim.unit} ${name} ${concept === undefined ? '' : (period ?? '')}`;
    const known = first.get(key);
    if (!known) {
      first.set(key, claim);
      continue;
    }
    if (concept === undefined && !event && known.period !== undefined && known.period !== period) continue;
    const line = concept === undefined ? undefined : lineOfClaim(claim, page.lines);
    // Other words for the same line prove nothing where no statement shows the line.
    if (concept !== undefined && !line && normaliseLabel(measures ?? '') !== normaliseLabel(known.claim.measures ?? ''))
      continue;
    // The lines of a sum show it too.
    const shown = line ? doubtOf(claim, line) === undefined : claim.claim.sum !== undefined;
    const names = newNames();
    const rule: ProseRule = concept === undefined ? proseRules.events : proseRules.repeats;
    const [a, b] = [names.node(known, known.label), names.node(claim, claim.label)];
    checks.push({
      bound: pageRule(rule, a, '=', b, names, homeInText(claim, page), doubtOf(claim)),
      ...(!shown && {
        open: 'no statement shows it under these words, which may mean two things',
      }),
    });
  }
  return checks;
}

/** Parts against the amount of which they are parts, and what the statement shows besides. */
function parts(page: Page): Check[] {
  const checks: Check[] = [];
  for (const [whole, own] of membersOf(page, 'part')) {
    for (const part of own) {
      const names = newNames();
      const [p, w] = [names.node(part, part.label), names.node(magnitude(whole), whole.label)];
      checks.push({
        bound: pageRule(proseRules.partOfAmount, p, '<=', w, names, homeInText(part, page)),
        remark: remainder(magnitude(whole), [part], 'is something else'),
      });
      checks.push(...restOf(whole, part, page));
    }
    if (own.length < 2) continue;
    const names = newNames();
    const left = sum(own.map((part) => names.node(part, part.label)));
    const complete = own.some((part) => part.claim.complete);
    const more = own.reduce((rest, part) => rest.minus(part.value), magnitude(whole).value).sign() > 0;
    checks.push({
      bound: pageRule(
        proseRules.partsGive,
        left,
        '=',
        names.node(magnitude(whole), whole.label),
        names,
        homeInText(whole, page),
      ),
      ...(!complete &&
        more && {
          open: `${remainder(magnitude(whole), own, 'remains')}; the text does not say that these parts are all there are`,
        }),
    });
  }
  return checks;
}

function magnitude(figure: ClaimFigure): LedgerFigure {
  return figure.value.sign() < 0 ? standingFor(figure, !figure.turned) : figure;
}

/** Claims with the claims that point at them. */
function membersOf(page: Page, relation: 'part' | 'driver'): Map<ClaimFigure, ClaimFigure[]> {
  const members = new Map<ClaimFigure, ClaimFigure[]>();
  for (const claim of page.prose.figures) {
    const whole =
      claim.claim.relation === relation && claim.claim.unplaced === undefined
        ? page.byId.get(claim.claim.of ?? '')
        : undefined;
    if (!whole || whole === claim || whole.unit !== claim.unit) continue;
    const list = members.get(whole);
    if (list) list.push(claim);
    else members.set(whole, [claim]);
  }
  return members;
}

/** A total and a part of it, both lines of one statement: their difference is the other lines under the total. */
function restOf(whole: ClaimFigure, part: ClaimFigure, page: Page): Check[] {
  const total =
    part.claim.concept === undefined || whole.claim.concept === undefined ? undefined : lineOfClaim(whole, page.lines);
  const line = total && lineOfClaim(part, page.lines);
  if (!total || line?.statement !== total.statement || line.figure.column !== total.figure.column) return [];
  const lines = linesUnder(total.statement.rows, total.row.index, findFootings(total.statement));
  const others =
    lines?.certain === true && lines.rows.includes(line.row) ? lines.rows.filter((row) => row !== line.row) : [];
  const names: Names = newNames();
  const terms = others.flatMap((row): Node[] => {
    const figure = row.figures[total.figure.column];
    return figure ? [names.node(figure, row.row.label)] : [];
  });
  if (others.length === 0 || terms.length < others.length) return [];
  const bound = pageRule(
    proseRules.rest,
    sum([names.node(part, part.label), ...terms]),
    '=',
    names.node(whole, whole.label),
    names,
    homeOf(total),
  );
  return [{ bound }];
}

/** Price times quantity against what they were sold for. */
function sales(page: Page): Check[] {
  const prices = new Map<string, ClaimFigure>();
  for (const claim of page.prose.figures) if (claim.claim.relation === 'price') prices.set(claim.claim.of ?? '', claim);
  return page.prose.figures.flatMap((quantity): Check[] => {
    const { relation, of = '' } = quantity.claim;
    const price = prices.get(of);
    const proceeds = page.byId.get(of);
    if (
      relation !== 'quantity' ||
      !price ||
      !proceeds ||
      proceeds.unit !== 'USD' ||
      price.unit !== 'USD/shares' ||
      quantity.unit !== 'shares'
    )
      return [];
    const names = newNames();
    const left = product([names.node(quantity, 'number sold'), names.node(price, 'price')]);
    return [
      {
        bound: pageRule(
          proseRules.sale,
          left,
          '=',
          names.node(proceeds, proceeds.label),
          names,
          homeInText(proceeds, page),
        ),
      },
    ];
  });
}

/** The causes that the text names against the change that the statement shows. */
function drivers(page: Page): Check[] {
  const checks: Check[] = [];
  for (const [whole, own] of membersOf(page, 'driver')) {
    const { concept, measures, since, direction: way } = whole.claim;
    const later = page.lines.find(concept, measures, whole.period, whole.unit);
    const earlier = page.lines.find(concept, measures, since, whole.unit);
    if (!later || !earlier || later.statement !== earlier.statement || way === undefined) continue;
    const names = newNames();
    const [t, s] = [
      names.node(later.figure, `${nameOf(later)}, later`),
      names.node(earlier.figure, `${nameOf(earlier)}, earlier`),
    ];
    const grew = (way === 'up') === later.figure.value.sign() >= 0;
    const named = sum(own.map((one, index) => names.node(one, `cause ${index + 1}, in the text`)));
    const bound = pageRule(
      proseRules.drivers,
      named,
      '=',
      grew ? sum([t, minus(s)]) : sum([s, minus(t)]),
      names,
      homeOf(later),
    );
    const [from, to] = grew ? [earlier.figure, later.figure] : [later.figure, earlier.figure];
    const unexplained = remainder(to, [from, ...own], 'of the change remains unexplained');
    checks.push({
      bound,
      ...(!own.some((one) => one.claim.complete) && {
        open: `${unexplained}; the text does not say that it names every cause`,
      }),
    });
  }
  return checks;
}
