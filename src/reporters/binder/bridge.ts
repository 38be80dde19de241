/** The bridge from revenue to the result: each line a step, each printed subtotal held against the steps before it. */
import type { Finding, Figure } from '../../generated/types.ts';
import { Decimal } from '../../figures/decimal.ts';
import { scaleInWords, showAmount } from '../amounts.ts';
import { forXml } from '../escape.ts';
import { scaleOf } from '../working.ts';
import type { Volume } from './findings.ts';
import { gauge } from './gauge.ts';
import { anchor } from './markup.ts';
import { stateOf } from './marks.ts';

/** Where a bridge ends: the last of these that the statement shows and a check gives. */
const RESULTS = [
  'NetIncomeLossAvailableToCommonStockholdersBasic',
  'NetIncomeLoss',
  'ProfitLoss',
  'OperatingIncomeLoss',
];

/** One bar: from a level to a level. A subtotal that is a step itself (all expenses) floats as well. */
interface Bar {
  readonly kind: 'step' | 'subtotal' | 'total';
  readonly figure: Figure;
  readonly from: Decimal;
  readonly to: Decimal;
  /** The check that gives a subtotal or total. */
  readonly finding?: Finding;
}

/** All bridges of a filing, one for each column of an income statement whose checks reach from end to end. */
export function showBridges(volume: Volume): string {
  const { findings, statements } = volume.audited;
  const byColumn = new Map<string, Finding[]>();
  for (const finding of findings) {
    const stated = statedOf(finding, volume);
    if (!stated || statements[stated.statement ?? -1]?.kind !== 'incomeStatement' || !isSum(finding, volume)) continue;
    const key = `${stated.statement}/${stated.column}`;
    const list = byColumn.get(key);
    if (list) list.push(finding);
    else byColumn.set(key, [finding]);
  }
  return [...byColumn.values()].map((list) => showBridge(volume, list)).join('');
}

function statedOf(finding: Finding, { figures }: Volume): Figure | undefined {
  return figures.get(finding.terms.find((term) => term.stated)?.figure ?? '');
}

/** Whether a finding says that its figures, each whole and of one column, add up to the stated one. */
function isSum(finding: Finding, volume: Volume): boolean {
  const stated = statedOf(finding, volume);
  return (
    !/[<>]=/.test(finding.equation) &&
    finding.terms.length > 1 &&
    finding.terms.every(({ figure: id, coefficient }) => {
      const figure = volume.figures.get(id);
      return (
        /^-?1$/.test(coefficient ?? '') &&
        figure?.statement === stated?.statement &&
        figure?.column === stated?.column &&
        figure?.unit === 'USD'
      );
    })
  );
}

interface Share {
  readonly figure: Figure;
  readonly adds: boolean;
}

/** What a finding's figures add to the stated one, in the order of the page. */
function sharesOf(finding: Finding, { figures }: Volume): Share[] {
  const own = finding.terms.find((term) => term.stated)?.coefficient;
  return finding.terms
    .flatMap(({ figure: id, coefficient, stated }) => {
      const figure = figures.get(id);
      return figure && !stated ? [{ figure, adds: coefficient !== own }] : [];
    })
    .toSorted((a, b) => (a.figure.row ?? 0) - (b.figure.row ?? 0));
}

function valueOf(figure: Figure): Decimal {
  return Decimal.parse(figure.value ?? figure.amount);
}

/** The bars of one column, from its first line to its result. */
function barsOf(volume: Volume, findings: readonly Finding[]): Bar[] {
  const giving = new Map<string, Finding>();
  for (const finding of findings) {
    const id = statedOf(finding, volume)?.id ?? '';
    // What the programme says of a line is plainer than what the page's arithmetic happens to give.
    const known = giving.get(id);
    if (!known || known.rule.startsWith('structure/')) giving.set(id, finding);
  }
  const end = RESULTS.flatMap((concept) =>
    [...giving.keys()].filter((id) => volume.figures.get(id)?.concept === concept),
  )[0];
  const seen = new Set<string>();
  const walk = (id: string): Bar[] => {
    const finding = giving.get(id);
    const total = volume.figures.get(id);
    if (!finding || !total || seen.has(id)) return [];
    seen.add(id);
    const shares = sharesOf(finding, volume);
    const carried = shares.find(({ figure, adds }) => adds && giving.has(figure.id) && !seen.has(figure.id));
    const bars = carried ? walk(carried.figure.id) : [];
    let level = bars.at(-1)?.to ?? Decimal.zero;
    for (const share of shares) {
      if (share === carried) continue;
      const steps = stepsOf(share, level, volume, giving.get(share.figure.id), seen);
      bars.push(...steps);
      level = steps.at(-1)?.to ?? level;
    }
    return [...bars, { kind: 'total', figure: total, from: Decimal.zero, to: valueOf(total), finding }];
  };
  return end === undefined ? [] : walk(end);
}

/** A line as one step; a line that others give, as theirs and then itself. */
function stepsOf(
  { figure, adds }: Share,
  level: Decimal,
  volume: Volume,
  finding: Finding | undefined,
  seen: Set<string>,
): Bar[] {
  const by = (one: Figure, positive: boolean) => (positive ? valueOf(one) : valueOf(one).negated());
  const to = level.plus(by(figure, adds));
  if (!finding || seen.has(figure.id)) return [{ kind: 'step', figure, from: level, to }];
  seen.add(figure.id);
  let at = level;
  const parts = sharesOf(finding, volume).map((share): Bar => {
    const from = at;
    at = at.plus(by(share.figure, share.adds === adds));
    return { kind: 'step', figure: share.figure, from, to: at };
  });
  return [...parts, { kind: 'subtotal', figure, from: level, to, finding }];
}

const WIDTH = 1000;
/** No bar is so short that it cannot be seen. */
const LEAST = 4;

function showBridge(volume: Volume, findings: readonly Finding[]): string {
  const bars = barsOf(volume, findings);
  if (bars.length < 3) return '';
  const levels = bars.flatMap(({ from, to }) => [from, to]);
  const low = levels.reduce((a, b) => (b.compare(a) < 0 ? b : a), Decimal.zero);
  const high = levels.reduce((a, b) => (b.compare(a) > 0 ? b : a), Decimal.zero);
  const extent = high.minus(low);
  if (extent.sign() === 0) return '';
  const x = (level: Decimal) =>
    Number(
      level
        .minus(low)
        .times(Decimal.parse(String(WIDTH)))
        .quotientText(extent, 1),
    );
  const first = bars[0]?.figure;
  const statement = volume.audited.statements[first?.statement ?? -1];
  const heading = statement?.columns[first?.column ?? -1]?.heading ?? '';
  const scale = statement?.scale ?? 1;
  const words = scaleInWords(scale);
  const rows = bars.map((bar) => showBar(bar, x, scale, volume));
  return (
    `<table class="bridge"><caption>${forXml(heading)}${words === '' ? '' : ` <span class="p">${words}</span>`}</caption><tbody>\n` +
    `${rows.join('')}</tbody></table>\n`
  );
}

function showBar(bar: Bar, x: (level: Decimal) => number, scale: number, volume: Volume): string {
  const { kind, figure, from, to, finding } = bar;
  const [left, right] = from.compare(to) < 0 ? [x(from), x(to)] : [x(to), x(from)];
  const width = Math.max(LEAST, right - left);
  const direction = to.minus(from).sign() < 0 ? 'down' : 'up';
  const check = finding ? checkText(finding, volume) : '';
  const amount = kind === 'total' ? to : to.minus(from);
  return (
    `<tr class="${kind}"><th scope="row"><a href="#${anchor('figure', volume.number, figure.id)}">${forXml(figure.label) || 'no label'}</a></th>` +
    `<td class="n">${showAmount(amount.toString(), scale)}</td>` +
    `<td class="way"><svg viewBox="0 0 ${WIDTH} 16" preserveAspectRatio="none" aria-hidden="true">` +
    `<rect class="${kind} ${direction}" x="${Math.min(left, WIDTH - width)}" y="${kind === 'subtotal' ? 6 : 1}" width="${Number(width.toFixed(1))}" height="${kind === 'subtotal' ? 4 : 14}"/>` +
    `<rect class="zero" x="${x(Decimal.zero)}" y="0" width="2" height="16"/></svg></td><td class="check">${check}</td></tr>\n`
  );
}

/** How far a printed subtotal is from the steps before it: the drawing shows gap and room at a scale of their own. */
function checkText(finding: Finding, volume: Volume): string {
  const scale = scaleOf(finding, volume.audited);
  const name = volume.names[volume.positions.get(finding.id) ?? -1] ?? '';
  const gap = finding.gap ?? '0';
  const words =
    Decimal.parse(gap).sign() === 0
      ? 'exact'
      : `gap ${showAmount(gap, scale)}, room ${showAmount(finding.room ?? '0', scale)}`;
  return `<a class="${stateOf(finding)}" href="#${name}">${finding.verdict === 'unproven' ? 'not proven' : words}</a>${gauge(finding.gap, finding.room)}`;
}
