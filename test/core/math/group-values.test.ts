import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { GroupValues } from '#core/math/group-values'

test('GroupValues gives each group its values in the order they came, and keeps no NaN', () => {
  const values = new GroupValues(3, 5)
  values.add(2, 7)
  values.add(0, 1)
  values.add(2, NaN)
  values.add(2, -3)
  expect(values.split().map((each) => [...each])).toEqual([[1], [], [7, -3]])
})

test('GroupValues splits as a map of lists does (seed 7)', () => {
  const pairs = fc.array(fc.tuple(fc.nat(4), fc.integer()))
  fc.assert(
    fc.property(pairs, (all) => {
      const values = new GroupValues(5, all.length)
      for (const [group, value] of all) values.add(group, value)
      const expected = [0, 1, 2, 3, 4].map((group) => all.filter(([each]) => each === group).map(([, value]) => value))
      expect(values.split().map((each) => [...each])).toEqual(expected)
    }),
    { seed: 7 },
  )
})
