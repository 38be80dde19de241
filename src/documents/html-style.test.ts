import { describe, expect, it } from 'vitest';
import { parseStyle } from './html-style.ts';

describe('parseStyle', () => {
  it('reads weight, size and display', () => {
    expect(parseStyle('FONT-WEIGHT:700; font-size: 8pt; DISPLAY:none')).toMatchObject({
      bold: true,
      size: 8,
      hidden: true,
    });
    expect(parseStyle('font: bold 10pt Times')).toMatchObject({ bold: true, size: 10 });
    expect(parseStyle('font-weight:400')).toMatchObject({ bold: false });
    expect(parseStyle('font-size:85%; vertical-align: super')).toMatchObject({ size: -0.85, raised: true });
  });

  it('reads insets in characters', () => {
    expect(parseStyle('padding:2px 1pt 2px 30pt').inset).toBe(6);
    expect(parseStyle('margin:0 10pt').inset).toBe(2);
    expect(parseStyle('margin-left:2em; text-indent:-10px')).toMatchObject({ inset: 4, textIndent: -1.5 });
    expect(parseStyle('margin-left:5%; padding-left: 1e9pt').inset).toBe(0);
  });

  it('reads the lines a border draws', () => {
    expect(parseStyle('border-bottom: Black 2.5pt double; border-top:solid windowtext .5pt')).toMatchObject({
      top: 'single',
      bottom: 'double',
    });
    expect(parseStyle('border-top:0px solid; border-bottom: none')).toMatchObject({
      top: undefined,
      bottom: undefined,
    });
    expect(parseStyle('border:1px solid #000')).toMatchObject({ top: undefined, bottom: undefined });
    expect(parseStyle('border:none;border-bottom:1pt solid #FFFFFF')).toMatchObject({ bottom: undefined });
  });
});
