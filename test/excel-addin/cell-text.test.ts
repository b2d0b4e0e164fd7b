import { describe, expect, test } from '@jest/globals'
import { typedText } from '#excel-addin/report/cell-text.ts'

describe('a text for Excel', () => {
  test.each([
    '=1+1',
    '+49 30 1234',
    '-5',
    '@handle',
    '#N/A',
    '0012345678901234567',
    '2026-04-01',
    '50%',
    '1,200',
    '€ 12',
    '(5)',
    'Mar 2026',
    'May-24',
    'Wednesday, September 30, 2026',
    'TRUE',
    'Falsch',
    'epätosi',
    "'quoted",
    '\ttab first',
    ' 5',
    'ends with blanks  ',
    'D5',
  ])('that could be read as something else gets an apostrophe: %p', (text) => {
    expect(typedText(text)).toBe(`'${text}`)
  })

  test.each([
    'Deal',
    'Next step ✎',
    '← Cover',
    'Won since the last review',
    'Money in EUR · 10 opportunities, as of 2024-03-31 and more',
    'Ünlü',
    '',
  ])('that cannot be misread stays as it is: %p', (text) => {
    expect(typedText(text)).toBe(text)
  })
})
