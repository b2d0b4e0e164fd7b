import { expect, test } from '@jest/globals'
import { Texts } from '#core/dataset/columns'
import { codesIn } from '#core/dataset/join-codes'

const texts = (...labels: readonly string[]): Texts => new Texts(new Uint32Array(labels.length + 1), ['', ...labels])

test('codesIn gives the code of the same text, -1 where there is none, and joins no blanks', () => {
  expect([...codesIn(texts('B', 'A', 'C'), texts('A', 'X', 'B'))]).toEqual([-1, 2, -1, 1])
})

test('codesIn works out each direction for itself, and once for columns that share their labels', () => {
  const [past, now] = [texts('A', 'B'), texts('B')]
  expect([...codesIn(past, now)]).toEqual([-1, 2])
  expect([...codesIn(now, past)]).toEqual([-1, -1, 1])
  expect(codesIn(past, now.pick(new Uint32Array([0])))).toBe(codesIn(past, now))
})
