import { describe, expect, it } from 'vitest';
import { freezeProgramme, thawProgramme } from './frozen-programme.ts';
import { shippedProgramme } from './shipped.ts';

describe('a frozen programme', () => {
  const thawed = thawProgramme(freezeProgramme(shippedProgramme()));

  it('is the programme that was frozen, decimals included', () => {
    expect(freezeProgramme(thawed)).toBe(freezeProgramme(shippedProgramme()));
  });

  it('shares the decimals that evaluation recognises', () => {
    for (const [index, { normal }] of shippedProgramme().entries()) {
      const other = thawed[index]?.normal;
      if (normal.kind !== 'linear' || other?.kind !== 'linear') continue;
      expect(other.constant === normal.constant).toBe(true);
      normal.terms.forEach(({ coefficient }, at) => expect(other.terms[at]?.coefficient === coefficient).toBe(true));
    }
  });
});
