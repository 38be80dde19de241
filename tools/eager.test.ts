import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, describe, expect, it } from 'vitest';
import { calledBy, compiledWithFile } from './eager.ts';

const all = (code: string): ReadonlySet<string> => {
  const places = Array.from({ length: code.length + 1 }, (_, at) => at);
  return new Set(places.flatMap((from) => places.map((to) => `${from}:${to}`)));
};
const folder = mkdtempSync(join(tmpdir(), 'tieout-eager-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('functions that are compiled with their file', () => {
  it.each([
    ['an arrow', 'const f = (a) => a + 1;', 'const f = ((a) => a + 1);'],
    ['one in another', 'f(a => b => a);', 'f((a => (b => a)));'],
    ['an expression', 'const f = function (a) {};', 'const f = (function (a) {});'],
    ['a declaration below its use', 'g();\nfunction g() {}', 'var g=(function g() {});\ng();\n'],
    ['a declaration below a directive', '"use strict";function g() {}', '"use strict";var g=(function g() {});\n'],
    ['a declaration in a function', 'const f = () => { function g() {} };', 'const f = (() => { function g() {} });'],
    ['methods', 'class A { b() {} get c() {} }; ({ d() {}, get e() {} });', undefined],
  ])('stand in parentheses where they can: %s', (_, code, marked = code) => {
    expect(compiledWithFile(code, all(code))).toBe(marked);
  });

  it('leave the others as they are', () => {
    const code = 'const f = () => 1; function g() {}';
    expect(compiledWithFile(code, new Set())).toBe(code);
  });

  it('do what they did', () => {
    const code = 'const two = twice(1);\nfunction twice(n) { return [n].map((one) => 2 * one)[0]; }\ntwo + twice.name';
    expect(runInNewContext(compiledWithFile(code, all(code)))).toBe(runInNewContext(code));
  });

  it('are those that a run calls', () => {
    const path = join(folder, 'program.cjs');
    const code = 'const called = () => 1; const not = () => 2; called();';
    writeFileSync(path, code);
    const places = calledBy([path]).get(path) ?? new Set();
    expect(compiledWithFile(code, places)).toBe('const called = (() => 1); const not = () => 2; called();');
  });

  it('are counted in no run that fails', () => {
    expect(() => calledBy(['-e', 'throw new Error("no")'])).toThrow('the run whose functions are counted failed');
  });
});
