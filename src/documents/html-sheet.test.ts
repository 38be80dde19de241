import { describe, expect, it } from 'vitest';
import { readSheets } from './html-sheet.ts';

const page = (css: string) => readSheets(`<html><style type="text/css">${css}</style><p>text`);

describe('style sheets', () => {
  it.each([
    ['a class', '.a { color: red }', 'p', 'a', undefined, 'color: red'],
    ['an element', 'p { color: red }', 'p', undefined, undefined, 'color: red'],
    ['both together only where both are', 'p.a { color: red }', 'td', 'a', undefined, undefined],
    ['a list of selectors', '.a, .b { x: 1 }', 'p', 'b', undefined, 'x: 1'],
    [
      'the element before its class, and its own style last',
      '.a { x: 1 } p { y: 2 }',
      'p',
      'a',
      'z: 3',
      'y: 2;x: 1;z: 3',
    ],
    ['two rules for one class', '.a { x: 1 } .a { x: 2 }', 'p', 'a', undefined, 'x: 1;x: 2'],
    ['comments as nothing', '/* .a { y: 2 } */ .a { x: 1 }', 'p', 'a', undefined, 'x: 1'],
    ['other media as nothing', '@media print { .a { y: 2 } } .a { x: 1 }', 'p', 'a', undefined, 'x: 1'],
    ['what depends on the elements around as nothing', 'table .a { x: 1 }', 'p', 'a', 'z: 3', 'z: 3'],
    ['a sheet that is cut off, as far as it goes', '.a { x: 1 } .b { y: 2', 'p', 'a b', undefined, 'x: 1'],
  ])('read %s', (_, css, name, classes, own, expected) => {
    expect(page(css)(name, classes, own)).toBe(expected);
  });

  it('say nothing where none is closed', () => {
    expect(readSheets('<style>.a { x: 1 }')('p', 'a', undefined)).toBeUndefined();
  });

  it.each([
    ['sheets that never close', '<style>'.repeat(100_000)],
    ['blocks that never close', `<style>${'@a{'.repeat(100_000)}</style>`],
    ['comments that never close', `<style>${'/*'.repeat(200_000)}</style>`],
    ['rules without end', `<style>${'.a{b:c}'.repeat(100_000)}</style>`],
  ])('end with %s', (_, source) => {
    expect(readSheets(source)('div', 'none', 'x: 1')).toBe('x: 1');
  });
});
