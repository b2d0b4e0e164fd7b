import type { Example } from './example.ts'

const labels = [
  'Least virtual share',
  'Verdict',
  'Meetings',
  'Left per meeting',
  'Selling cost',
  'Selling cost ratio',
  'Too much',
]
const whitepaper = {
  target: 100_000_000,
  cap: 0.1,
  fixed: 6_000_000,
  commission: 0.015,
  meetings: 40_000,
  cost_f2f: 120,
  cost_virtual: 25,
}

export const examples: readonly Example[] = [
  {
    about: 'Which share has to be virtual if selling may cost 10% of 100m?',
    given: {},
    args: whitepaper,
    result: [labels, [57.5 / 95, 'bound by selling cost', 40_000, 62.5, 10_000_000, 0.1, 0]],
    figures:
      'worked example of the target model: €2.5m left, €62.50 per meeting, v ≥ 60.5%; (120 − 62.5) ÷ 95 = 0.60526, and the check at that share gives exactly 10.0%',
  },
  {
    about: 'Hours can ask for more of them: 60,000 hours for 40,000 meetings of 3 hours, or of 1.',
    given: {},
    args: { ...whitepaper, hours_f2f: 3, hours_virtual: 1, hours_available: 60_000 },
    result: [labels, [0.75, 'bound by hours', 40_000, 62.5, 9_450_000, 0.0945, 0]],
    figures:
      'by hand: 3 − 2v = 1.5 hours, so v = 0.75; 7.5m + 40,000 × (0.75 × 25 + 0.25 × 120) = 7.5m + 40,000 × 48.75',
  },
  {
    about: 'Virtual meetings that convert worse take more meetings.',
    given: {},
    args: { ...whitepaper, penalty: 0.2 },
    result: [
      labels,
      [
        57.5 / 82.5,
        'bound by selling cost',
        40_000 / (1 - (0.2 * 57.5) / 82.5),
        (2_500_000 / 40_000) * (1 - (0.2 * 57.5) / 82.5),
        10_000_000,
        0.1,
        0,
      ],
    ],
    figures: 'by hand: 40,000 × (120 − 95v) = 2.5m × (1 − 0.2v), so 120 − 95v = 62.5 − 12.5v and v = 57.5 ÷ 82.5',
  },
  {
    about: 'A cap of 30% leaves room for any mix.',
    given: {},
    args: { ...whitepaper, cap: 0.3 },
    result: [labels, [0, 'any mix works', 40_000, 562.5, 12_300_000, 0.123, 0]],
    figures: 'by hand: 7.5m + 40,000 × 120 = 12.3m; (30m − 7.5m) ÷ 40,000',
  },
  {
    about: 'Even with virtual meetings alone 8% is out of reach, by half a million.',
    given: {},
    args: { ...whitepaper, cap: 0.08 },
    result: [labels, [1, 'out of reach', 40_000, 12.5, 8_500_000, 0.085, 500_000]],
    figures: 'by hand: 7.5m + 40,000 × 25 = 8.5m against 8m; (8m − 7.5m) ÷ 40,000 = 12.5',
  },
]
