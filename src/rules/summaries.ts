import type { Rule } from '../generated/types.ts';
import { pair } from './pair.ts';

/** What summaries and reconciliations must repeat from the statements, and what measures of their own must be. */
export const summaries: readonly Rule[] = [
  {
    id: 'summaries/repeats-the-statements',
    title: 'What a table repeats from the statements is what they show',
    statement: 'other',
    equation: 'RepeatedFigure = StatementFigure',
    authority: 'Regulation G (17 CFR 244.100); PCAOB AS 1105',
    confirm: true,
    why: 'Highlights and reconciliations are typed again, and read first.',
    severity: 'error',
    tags: ['cross-statement'],
    ...pair(1000, { RepeatedFigure: '11,506', StatementFigure: '11,506' }, { RepeatedFigure: '11,560' }),
  },
  {
    id: 'summaries/free-cash-flow',
    title: 'Operating cash flows less capital expenditures are free cash flow',
    statement: 'other',
    equation: 'NetCashProvidedByUsedInOperatingActivities - PaymentsToAcquirePropertyPlantAndEquipment = FreeCashFlow',
    authority: 'Regulation G (17 CFR 244.100); SEC C&DI 102.07 on non-GAAP measures',
    confirm: true,
    why: 'The measure has no standard of its own; what it is made of must be what is shown.',
    severity: 'warning',
    walk: true,
    tags: ['non-gaap', 'walk'],
    ...pair(
      1000,
      {
        NetCashProvidedByUsedInOperatingActivities: '1,873',
        PaymentsToAcquirePropertyPlantAndEquipment: '942',
        FreeCashFlow: '931',
      },
      { FreeCashFlow: '913' },
    ),
  },
];
