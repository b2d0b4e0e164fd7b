import { expect, test } from '@jest/globals'
import { readProbabilities } from '#core/dataset/probability'
import { numbersOf } from './in-columns.ts'

test('shares from 0 to 1 and blanks stay as they are', () => {
  const stated = numbersOf(0, 0.5, 1, null)
  expect(readProbabilities(stated)).toEqual({ column: stated, cut: null })
})

test('what lies outside is cut to the nearer end, counted, and the first row named', () => {
  const { column, cut } = readProbabilities(numbersOf(0.5, -0.1, 1.5, 20))
  expect([...column.values]).toEqual([0.5, 0, 1, 1])
  expect(cut).toEqual({ first: 1, count: 3 })
})
