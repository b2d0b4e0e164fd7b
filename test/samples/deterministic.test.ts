import { expect, test } from '@jest/globals'
import { sampleSeed } from '#samples/model/simulate'
import { sampleFrom } from '#samples/sample'
import { sampleInstructions, sampleSheets } from '#samples/tabs'

const cells = (seed: number): string => JSON.stringify(sampleInstructions(sampleSheets(sampleFrom(seed))))

test('the same seed gives the same workbook, another seed another one', () => {
  const workbook = cells(sampleSeed)
  expect(cells(sampleSeed) === workbook).toBe(true)
  expect(cells(sampleSeed + 1) === workbook).toBe(false)
})
