import { describe, expect, test } from '@jest/globals'
import { formatOfKind, formats } from '#core/report/formats'
import { seriesColours, styles, tabColours } from '#core/report/styles'

/** Relative luminance of `RRGGBB`, and contrast, as WCAG 2.2 defines them. */
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

describe('number formats', () => {
  test('say what negatives and zeros look like', () => {
    const numbers = Object.entries(formats).filter(([name]) => !['text', 'date', 'month'].includes(name))
    expect(numbers.filter(([, code]) => code.split(';').length !== 3)).toEqual([])
  })

  test('every kind of result has a format of its own name, or none', () => {
    const other = Object.entries(formatOfKind).filter(([kind, format]) => format !== null && format !== kind)
    expect(other).toEqual([])
    expect([formatOfKind.text, formatOfKind.status]).toEqual([null, null])
  })
})

describe('styles', () => {
  test('every text can be read on its own ground (contrast of 4.5 and more)', () => {
    const poor = Object.entries(styles).filter(
      ([, { colour = '000000', fill = 'FFFFFF' }]) => contrast(colour, fill) < 4.5,
    )
    expect(poor.map(([name]) => name)).toEqual([])
  })

  test('inputs are blue on pale yellow, calculations black', () => {
    expect(styles.input).toMatchObject({ colour: '0B3FA8', fill: 'FFF9DB' })
    expect(styles.body.colour).toBeUndefined()
  })

  test('no two series, and no two kinds of tab, share a colour', () => {
    for (const colours of [seriesColours, tabColours]) {
      const used = Object.values(colours)
      expect(new Set(used).size).toBe(used.length)
    }
  })
})
