/** The report of a probe for people: what is caught, figure by figure, and what nobody would notice. */
import { Decimal } from '../figures/decimal.ts';
import type { Probe, Probed, Score } from '../generated/types.ts';
import { forTerminal } from './escape.ts';
import { countOf, fit, wrap } from './words.ts';

/** Of the misprints under one reason so many are shown. */
const MOST_SHOWN = 12;

export function probeText(probe: Probe): string {
  const { source, score, figures } = probe;
  const survivors = figures.filter((figure) => figure.survivors.length > 0);
  const lines = [
    forTerminal(source),
    ...wrap(`${countOf(figures.length, 'figure')}, ${scoreText(score)}`, 2),
    '',
    `  ${fit('figure', 46)} ${'printed'.padStart(14)} ${'noticed from, in units'.padStart(24)}   caught`,
    ...figures.map(figureLine),
    ...(survivors.length === 0 ? [] : ['', '  What nobody would notice', ...survivors.flatMap(survivorLines)]),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** `2,190 misprints: 1,700 caught (77.6 %), …` */
export function scoreText({ misprints, caught, first, withinThree }: Score): string {
  const found =
    caught === 0
      ? ''
      : `; of these the right figure is named first for ${share(first, caught)}, within three for ${share(withinThree, caught)}`;
  return `${countOf(misprints, 'misprint')}: ${caught} caught (${share(caught, misprints)})${found}`;
}

/** A share in percent with one decimal; halves away from zero, and 100 only for all. */
export function share(part: number, whole: number): string {
  if (whole === 0) return 'none';
  return `${(Math.floor((1000 * part) / whole) / 10).toFixed(1)} %`;
}

function figureLine({ label, place, printed, down, up, score }: Probed): string {
  const noticed = `${down === undefined ? 'never' : `-${grouped(down)}`} / ${up === undefined ? 'never' : `+${grouped(up)}`}`;
  return `  ${fit(`${place.line}: ${label}`, 46)} ${forTerminal(printed).padStart(14)} ${noticed.padStart(24)}   ${score.caught} of ${score.misprints}`;
}

/** An amount in units, with commas. */
function grouped(amount: string): string {
  if (amount.includes('/')) return amount;
  const [whole = '', fraction] = Decimal.parse(amount).toString().split('.');
  const text = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? text : `${text}.${fraction}`;
}

function survivorLines({ label, place, printed, survivors }: Probed): string[] {
  return [
    ...wrap(`line ${place.line}: ${forTerminal(label)}, ${forTerminal(printed)}`, 4),
    ...survivors.flatMap(({ reason, misprints }) => {
      const shown = misprints.slice(0, MOST_SHOWN).map((one) => one.printed);
      const more = misprints.length - shown.length;
      const list = `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
      return wrap(`${countOf(misprints.length, 'misprint')}, ${forTerminal(reason)}: ${forTerminal(list)}`, 6);
    }),
  ];
}
