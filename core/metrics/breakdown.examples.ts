import type { Example } from './example.ts'
import { hundredMillion, paramGrid, sellingCost } from './examples/whitepaper.ts'

const labels = [
  'Segment',
  'KPI',
  'Unit',
  'Period',
  'Month',
  'Per seller',
  'Per seller and selling month',
  'Limit',
  'Verdict',
]

type Limit = readonly [limit: number | null, verdict: string]
const none: Limit = [null, '']

/** A volume: a month is a twelfth, and 94 sellers share it, over 11 months. */
const volume = (kpi: string, unit: string, period: number, limit = none, segment = 'Total') => [
  segment,
  kpi,
  unit,
  period,
  period / 12,
  period / 94,
  period / 94 / 11,
  ...limit,
]
const level = (kpi: string, unit: string, period: number, limit = none, segment = 'Total') => [
  segment,
  kpi,
  unit,
  period,
  null,
  null,
  null,
  ...limit,
]

/** 8,000 opportunities ÷ 365 days × (25% × 90 + 75% × 60 days). */
const open = (8_000 / 365) * 67.5

const tree = (meetings = none) => [
  volume('New sales', 'money', 100_000_000),
  volume('Deals to win', 'number', 2_000),
  volume('Opportunities to create', 'number', 8_000),
  volume('Pipeline to create', 'money', 400_000_000),
  level('Coverage needed', 'times', 4),
  volume('First meetings', 'number', 20_000),
  volume('Progress meetings', 'number', 20_000),
  volume('Meetings', 'number', 40_000, meetings),
  level('Open opportunities needed', 'number', open),
  level('Open value needed', 'money', open * 50_000),
]

/** One of two segments, with 94 sellers in all and no meetings known. */
const branch = (segment: string, sales: number, deals: number, opportunities: number, value: number) => [
  volume('New sales', 'money', sales, none, segment),
  volume('Deals to win', 'number', deals, none, segment),
  volume('Opportunities to create', 'number', opportunities, none, segment),
  volume('Pipeline to create', 'money', value, none, segment),
  level('Coverage needed', 'times', value / sales, none, segment),
  volume('Progress meetings', 'number', 0, none, segment),
]

export const examples: readonly Example[] = [
  {
    about: 'How many deals, opportunities and meetings 100m take, in the year, a month and per seller.',
    given: { params: paramGrid(hundredMillion) },
    args: {},
    result: [labels, ...tree()],
    figures:
      'worked example of the target model: 2,000 deals (166.7 a month), 8,000 opportunities, €400m of pipeline (coverage 4.0), 20,000 + 20,000 meetings, 425.5 per ramped seller and 38.7 per selling month, 1,479 open opportunities worth €74.0m',
  },
  {
    about: 'Limits that Params state are held against what it takes.',
    given: { params: paramGrid({ ...hundredMillion, ...sellingCost, capacity: 40 }) },
    args: {},
    result: [
      labels,
      ...tree([40, 'holds']),
      volume('Selling cost', 'money', 12_300_000),
      level('Selling cost ratio', 'share', 0.123, [0.1, 'broken']),
    ],
    figures:
      'worked example of the target model: 38.7 meetings per seller and month; by hand: 6m + 1.5m + 40,000 × 120 = 12.3m, all face to face',
  },
  {
    about:
      'By segment; the whole adds up, and its coverage is that of the volumes. Won deals are smaller than opened ones.',
    given: {
      params: paramGrid({
        target: 12_000_000,
        secured: 2_000_000,
        sellers: 94,
        selling_months: 11,
        shrink: 0.9,
        'North.mix': 0.6,
        'North.avg_deal': 60_000,
        'North.win_rate': 0.25,
        'South.mix': 0.4,
        'South.avg_deal': 40_000,
        'South.win_rate': 0.2,
      }),
    },
    args: { segments: true },
    result: [
      labels,
      ...branch('North', 6e6, 100, 400, (400 * 60_000) / 0.9),
      ...branch('South', 4e6, 100, 500, (500 * 40_000) / 0.9),
      ...branch('Total', 10e6, 200, 900, (400 * 60_000 + 500 * 40_000) / 0.9),
    ],
    figures:
      'by hand: 10m new, 60% and 40% of it; 6m ÷ 60,000 = 100 deals ÷ 25% = 400, 4m ÷ 40,000 = 100 ÷ 20% = 500; openings are a ninth larger than deals won',
  },
  {
    about: 'The plan beside what counts now.',
    given: {
      params: [
        ['Parameter', 'Value', 'Version'],
        ['target', 100, 'plan'],
        ['target', 200, 'current'],
        ['avg_deal', 10, null],
        ['win_rate', 0.5, null],
      ],
    },
    args: { params_version: 'plan' },
    result: [
      labels,
      ['Total', 'New sales', 'money', 100, 100 / 12, null, null, null, ''],
      ['Total', 'Deals to win', 'number', 10, 10 / 12, null, null, null, ''],
      ['Total', 'Opportunities to create', 'number', 20, 20 / 12, null, null, null, ''],
      ['Total', 'Pipeline to create', 'money', 200, 200 / 12, null, null, null, ''],
      ['Total', 'Coverage needed', 'times', 2, null, null, null, null, ''],
      ['Total', 'Progress meetings', 'number', 0, 0, null, null, null, ''],
    ],
    figures: 'by hand: 100 ÷ 10 = 10 deals, ÷ 50% = 20 opportunities of 10',
  },
  {
    about: 'A rate of 0 is named.',
    given: { params: paramGrid({ target: 100, avg_deal: 10, win_rate: 0 }) },
    args: {},
    result: {
      error: 'The win rate of All is 0 (parameter win_rate); nothing can be divided by it. Write a value above 0.',
    },
    figures: 'by hand',
  },
]
