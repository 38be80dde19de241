import { showAmount } from '../amounts.ts';

/** A decimal or a fraction such as 1/3, with its whole numbers grouped; a fraction is not brought to a scale. */
export function showRational(text: string, scale: number): string {
  const [top = '0', bottom] = text.split('/');
  return bottom === undefined ? showAmount(top, scale) : `${showAmount(top, 1)}/${showAmount(bottom, 1)}`;
}
