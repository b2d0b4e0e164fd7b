import type { Example } from './example.ts'

const labels = ['Child', 'Target', 'Share', 'Locked']

export const examples: readonly Example[] = [
  {
    about: '25.75m and 5% on top, by how far up to speed each seller is.',
    given: {},
    args: { parent: 25_750_000, weights: '1,1,1,0.5,0.25', over: 0.05, step: 1 },
    result: [
      labels,
      ['Child 1', 7_210_000, 7_210_000 / 27_037_500, ''],
      ['Child 2', 7_210_000, 7_210_000 / 27_037_500, ''],
      ['Child 3', 7_210_000, 7_210_000 / 27_037_500, ''],
      ['Child 4', 3_605_000, 3_605_000 / 27_037_500, ''],
      ['Child 5', 1_802_500, 1_802_500 / 27_037_500, ''],
    ],
    figures: 'worked example of the target model: 7.210, 7.210, 7.210, 3.605, 1.803 (m€)',
  },
  {
    about: 'Locked targets stay; a blank weight counts as the mean of the others, and a weight of 0 gets nothing.',
    given: {},
    args: { parent: 1_000, children: 'Ann,Bob,Cyd,Dan', weights: '2,4,,0', locks: ',,,100' },
    result: [
      labels,
      ['Ann', 900 * (2 / 8), (900 * (2 / 8)) / 1_000, ''],
      ['Bob', 900 * (4 / 8), (900 * (4 / 8)) / 1_000, ''],
      ['Cyd', 900 * (2 / 8), (900 * (2 / 8)) / 1_000, ''],
      ['Dan', 100, 0.1, 'locked'],
    ],
    figures: 'by hand: 900 by 2, 4 and their mean with 0, which is 2',
  },
  {
    about: 'What a cap cuts off goes to the others; a floor is kept.',
    given: {},
    args: { parent: 1_000, children: 'Ann,Bob,Cyd', weights: '6,3,1', caps: '400,,', floors: ',,200' },
    result: [labels, ['Ann', 400, 0.4, ''], ['Bob', 400, 0.4, ''], ['Cyd', 200, 0.2, '']],
    figures: 'by hand: Ann 400 by the cap, Cyd 200 by the floor, the rest of 400 is Bob’s',
  },
  {
    about: 'More than there is cannot be locked.',
    given: {},
    args: { parent: 100, children: 'Ann,Bob', locks: '80,30' },
    result: { error: 'What is locked adds up to 110, more than the 100 to share out. Unlock or lower one.' },
    figures: 'by hand: 80 + 30',
  },
]
