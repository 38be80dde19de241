/** One filing of the binder: its outcome, its findings, and the document itself, ticked. */
import type { Audited } from '../../generated/types.ts';
import { countOf, countsText } from '../words.ts';
import { showDocument } from './document.ts';
import { figureMarker } from './figure-mark.ts';
import { GROUPS, countGroups, openVolume, showFindings, showRemarks } from './findings.ts';
import type { Rules } from './findings.ts';
import { forXml } from '../escape.ts';
import { anchor } from './markup.ts';
import { TICKS, marksOf } from './marks.ts';
import type { Group } from './marks.ts';
import { showOverview } from './overview.ts';

export function showFiling(number: number, audited: Audited, rules: Rules): string {
  const volume = openVolume(number, audited, rules);
  const marks = marksOf(audited);
  const markFigure = figureMarker(number, audited.power);
  const name = anchor('filing', number);
  const title = forXml(audited.company ?? audited.source);
  const source = audited.company === undefined ? '' : `<span class="source">${forXml(audited.source)}</span> `;
  return (
    `<section class="filing" id="${name}" aria-labelledby="${name}-title">\n` +
    `<header class="lead"><h2 id="${name}-title">${title}</h2>` +
    `<p>${source}${countOf(audited.statements.length, 'statement')}, ${countOf(audited.figures.length, 'figure')}: <b>${countsText(audited.counts)}</b></p></header>\n` +
    `<div class="desk">\n` +
    `<div class="findings" role="region" aria-label="Findings" tabindex="0">\n${filters(audited)}${showFindings(volume)}${showRemarks(volume)}</div>\n` +
    `<div class="sheet" role="region" aria-label="Document" tabindex="0">\n` +
    `${showOverview(volume, marks)}${showDocument(audited, marks, markFigure)}${LEGEND}</div>\n` +
    `<aside class="inspector" aria-label="The chosen figure" tabindex="-1" hidden></aside>\n` +
    `</div>\n</section>\n`
  );
}

function filters(audited: Audited): string {
  const counts = countGroups(audited);
  const buttons = (Object.keys(GROUPS) as Group[]).map(
    (group) =>
      `<button type="button" class="filter ${group}" data-filter="${group}" aria-pressed="true">${GROUPS[group]} <span class="count">${counts[group]}</span></button>`,
  );
  return `<div class="filters" role="group" aria-label="Show">${buttons.join('')}<span class="matches" role="status"></span></div>\n`;
}

const LEGEND = `<section class="legend"><h3>Tickmarks</h3><ul>${Object.values(TICKS)
  .map(({ glyph, means }) => `<li><b class="tick">${glyph}</b> ${means}</li>`)
  .join(
    '',
  )}<li><span class="g exact">123</span> stands in an equation that ties</li><li><span class="g rounding">123</span> ties by rounding</li><li><span class="g breaks">123</span> stands in one that breaks</li><li><span class="g query">123</span> suspicious</li><li><span class="g unproven">123</span> not proven</li><li><span class="g untied">123</span> no equation touches it</li></ul></section>\n`;
