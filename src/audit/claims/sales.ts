/** What was sold: price times number against the proceeds. */
import { proseRules } from '../../rules/prose.ts';
import { newNames, pageRule, product } from '../page-rule.ts';
import { homeInText } from './checks.ts';
import type { Check, ClaimPage } from './checks.ts';
import type { ClaimFigure } from './figures.ts';

/** Price times quantity against what they were sold for. */
export function sales(page: ClaimPage): Check[] {
  const prices = new Map<string, ClaimFigure>();
  for (const claim of page.prose.figures) if (claim.claim.relation === 'price') prices.set(claim.claim.of ?? '', claim);
  return page.prose.figures.flatMap((quantity): Check[] => {
    const { relation, of = '' } = quantity.claim;
    const price = prices.get(of);
    const proceeds = page.byId.get(of);
    if (
      relation !== 'quantity' ||
      !price ||
      !proceeds ||
      proceeds.unit !== 'USD' ||
      price.unit !== 'USD/shares' ||
      quantity.unit !== 'shares'
    )
      return [];
    const names = newNames();
    const left = product([names.node(quantity, 'number sold'), names.node(price, 'price')]);
    return [
      {
        bound: pageRule(
          proseRules.sale,
          left,
          '=',
          names.node(proceeds, proceeds.label),
          names,
          homeInText(proceeds, page),
        ),
      },
    ];
  });
}
