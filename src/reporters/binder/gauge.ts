/** The gap of an equation against what rounding can explain, drawn so that both can be seen. */
import { Decimal } from '../../figures/decimal.ts';

const WIDTH = 200;
const FULL = 180;
/** What is not nothing is drawn at least so wide. */
const LEAST = 2;

/**
 * Whatever the size of the figures themselves, the greater of gap and room fills the drawing.
 * @returns nothing where there is no gap
 */
export function gauge(gap: string | undefined, room: string | undefined): string {
  const amounts = [gap, room].map((text) =>
    text === undefined || text.includes('/') ? undefined : Decimal.parse(text).abs(),
  );
  const [missed, explained] = amounts;
  if (!missed || !explained || missed.sign() === 0) return '';
  const most = missed.compare(explained) < 0 ? explained : missed;
  const width = (amount: Decimal): number =>
    amount.sign() === 0 ? 0 : Math.max(LEAST, Number(amount.times(Decimal.parse(String(FULL))).quotientText(most, 1)));
  const over = missed.compare(explained) > 0 ? ' over' : '';
  return (
    `<svg class="gauge${over}" viewBox="0 0 ${WIDTH} 14" width="${WIDTH}" height="14" role="img" aria-label="the gap against what rounding explains">` +
    `<rect class="room" x="0" y="1" width="${width(explained)}" height="12"/>` +
    `<rect class="gap" x="0" y="5" width="${width(missed)}" height="4"/></svg>`
  );
}
