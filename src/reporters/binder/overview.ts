/** A filing at a glance: its bridge, which figures the checks reach, and whether all of it holds together. */
import type { Audited } from '../../generated/types.ts';
import { forXml } from '../escape.ts';
import { countOf } from '../words.ts';
import { showBridges } from './bridge.ts';
import type { Volume } from './findings.ts';
import { anchor } from './markup.ts';
import type { Mark } from './marks.ts';

export function showOverview(volume: Volume, marks: ReadonlyMap<string, Mark>): string {
  const bridges = showBridges(volume);
  const strips = showStrips(volume, marks);
  const part = (title: string, html: string) =>
    html === '' ? '' : `<details class="overview" open><summary><h3>${title}</h3></summary>\n${html}</details>\n`;
  return part('Bridge', bridges) + part('Coverage', strips);
}

/** More equations on a figure than these are as good as these. */
const HOTTEST = 3;
const CELL = 10;
const ROW = 14;

/** A strip for each column of each statement, a cell for each figure: the fuller, the more equations reach it. */
function showStrips({ number, audited }: Volume, marks: ReadonlyMap<string, Mark>): string {
  const byStatement = audited.statements.map((): Mark[] => []);
  for (const mark of marks.values()) byStatement[mark.figure.statement ?? -1]?.push(mark);
  const strips = audited.statements.map(({ kind, title, columns }, at) => {
    const list = byStatement[at] ?? [];
    if (list.length === 0) return '';
    const reached = list.filter((mark) => mark.stands.length > 0).length;
    // Rows without figures take no room.
    const rows = new Map(
      [...new Set(list.map((mark) => mark.figure.row ?? 0))].sort((a, b) => a - b).map((row, x) => [row, x]),
    );
    const cells = list.map((mark) => {
      const { id, row, column } = mark.figure;
      const heat = Math.min(HOTTEST, mark.stands.length);
      return `<rect class="${mark.state} h${heat}" data-go="${anchor('figure', number, id)}" x="${(rows.get(row ?? 0) ?? 0) * CELL + 1}" y="${(column ?? 0) * ROW + 1}" width="${CELL - 2}" height="${ROW - 2}"/>`;
    });
    const words = `${reached} of ${countOf(list.length, 'figure')} in an equation`;
    const [width, height] = [rows.size * CELL, columns.length * ROW];
    return (
      `<div class="strip"><p>${forXml(title ?? kind)} <span class="p">${words}</span></p>` +
      `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${words}">${cells.join('')}</svg></div>\n`
    );
  });
  const remarks = [jointText(audited), powerText(audited)]
    .filter((text) => text !== '')
    .map((text) => `<p>${text}</p>`);
  return strips.join('') + remarks.join('\n');
}

function jointText({ joint }: Audited): string {
  if (!joint) return '';
  const all = `${countOf(joint.equations, 'linear equation')} over ${countOf(joint.figures, 'figure')}`;
  switch (joint.status) {
    case 'feasible':
      return `All ${all} hold at once: there are unrounded amounts that satisfy every one.`;
    case 'infeasible':
      return `The ${all} cannot all hold at once: ${countOf(joint.conflicts.length, 'conflict')}.`;
    case 'undecided':
      return `Whether the ${all} hold at once was not decided${joint.reason === undefined ? '' : `: ${forXml(joint.reason)}`}.`;
  }
}

function powerText({ power, figures }: Audited): string {
  if (!power) return '';
  const guarded = new Set(power.flatMap((one) => (one.down === undefined && one.up === undefined ? [] : [one.figure])));
  return `Of ${countOf(figures.length, 'figure')}, ${guarded.size} could not be just any amount: a large enough change would break an equation.`;
}
