/** One figure in the document, with its tickmarks. */
import { inWords } from '../../figures/period.ts';
import type { Power } from '../../generated/types.ts';
import { showAmount } from '../amounts.ts';
import { forXml } from '../escape.ts';
import { anchor, documentText } from './markup.ts';
import { TICKS } from './marks.ts';
import type { Mark } from './marks.ts';
import { showRational } from './rational.ts';

/** Gives the markup of a figure of one filing: as a link to itself, which choosing it follows. */
export type MarkFigure = (mark: Mark, ink: string) => string;

export function figureMarker(filing: number, powers: readonly Power[] | undefined): MarkFigure {
  const power = new Map(powers?.map((one) => [one.figure, one]));
  return (mark, ink) => {
    const { figure, state, ticks, stands } = mark;
    const name = anchor('figure', filing, figure.id);
    const glyphs = ticks.map((tick) => TICKS[tick].glyph).join('');
    const about = aboutFigure(mark, powers && (power.get(figure.id) ?? { figure: figure.id }));
    return (
      `<a class="g ${state}" id="${name}" href="#${name}" tabindex="-1"` +
      `${glyphs === '' ? '' : ` data-t="${glyphs}"`}${stands.length === 0 ? '' : ` data-k="${stands.join(' ')}"`}` +
      ` title="${about.map(forXml).join('\n')}">${documentText(ink)}</a>`
    );
  };
}

/** What a figure is, a line each: its label, its period, what it stands for, how well it is guarded. */
function aboutFigure({ figure, stands }: Mark, power: Power | undefined): string[] {
  const unit = figure.unit === 'pure' ? '' : ` ${figure.unit}`;
  const lines = [figure.label === '' ? 'no label' : figure.label];
  if (figure.period !== undefined) lines.push(inWords(figure.period));
  if (figure.basis !== undefined && figure.basis !== 'reported') lines.push(`basis: ${figure.basis}`);
  lines.push(
    figure.low === figure.high
      ? `stands for ${showAmount(figure.amount, 1)}${unit}`
      : `stands for ${showAmount(figure.low, 1)} to ${showAmount(figure.high, 1)}${unit}`,
  );
  if (figure.sign === 'label') lines.push('its sign comes from its label');
  if (figure.concept !== undefined) lines.push(figure.concept);
  if (power) lines.push(powerText(power));
  if (stands.length === 0) lines.push('no equation touches it');
  return lines;
}

function powerText({ down, up }: Power): string {
  if (down === undefined && up === undefined) return 'any other amount would go unnoticed';
  const side = (change: string | undefined, which: string) =>
    change === undefined
      ? `any change ${which} would go unnoticed`
      : `a change ${which} is noticed from ${showRational(change.replace('-', ''), 1)}`;
  return `${side(down, 'down')}; ${side(up, 'up')}`;
}
