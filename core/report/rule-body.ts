import { areaAddress, cellAddress } from './a1.ts'
import type { Area, Rule, StyleName } from './instructions.ts'
import { styles } from './styles.ts'

/** What a conditional format adds to a cell: colours only, so that the cell keeps its own look. `RRGGBB`. */
export interface Overlay {
  readonly bold: boolean
  readonly colour: string | null
  readonly fill: string | null
}

/** A conditional format as spreadsheet programs have them. */
export type RuleBody =
  /** Bars begin at this value, or at the smallest. */
  | { readonly kind: 'dataBar'; readonly from: number | 'lowest'; readonly colour: string }
  /** Colours of the lowest value, the median and the highest value. */
  | { readonly kind: 'colourScale'; readonly colours: readonly [low: string, middle: string, high: string] }
  /** Three symbols: the second stands from `from`, the third from `to`; the first is a cross, the last a tick, unless reversed. */
  | { readonly kind: 'icons'; readonly from: number; readonly to: number; readonly reversed: boolean }
  /** The overlay shows where the formula is true; it is written for the first cell of the area. */
  | { readonly kind: 'formula'; readonly formula: string; readonly overlay: Overlay }

const bar = '9CC2E5'
const poor = 'F8CFCF'
const middle = 'FFFFFF'
const rich = 'C6E7D3'

const overlayOf = (style: StyleName): Overlay => {
  const { bold, colour, fill } = styles[style]
  return { bold: bold ?? false, colour: colour ?? null, fill: fill ?? null }
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

const words = (area: Area, list: readonly string[], style: StyleName): readonly RuleBody[] => {
  if (list.length === 0) return []
  const tests = list.map((word) => `${cellAddress(area)}=${quoted(word)}`)
  return [{ kind: 'formula', formula: `OR(${tests.join(',')})`, overlay: overlayOf(style) }]
}

/** A blank cell is not below anything, which a plain comparison would say. */
const below = (area: Area, limit: number): RuleBody => ({
  kind: 'formula',
  formula: `AND(ISNUMBER(${cellAddress(area)}),${cellAddress(area)}<${limit})`,
  overlay: overlayOf('bad'),
})

/** The letters alone, without a fill. Zero and blank keep the colour of their cell. */
const trend = (area: Area, upIsGood: boolean): readonly RuleBody[] =>
  (['>', '<'] as const).map((sign) => ({
    kind: 'formula',
    formula: `AND(ISNUMBER(${cellAddress(area)}),${cellAddress(area)}${sign}0)`,
    overlay: { ...overlayOf((sign === '>') === upIsGood ? 'good' : 'bad'), fill: null },
  }))

const limitsOf = (rule: Rule): readonly number[] => {
  switch (rule.kind) {
    case 'icons':
      return [rule.from, rule.to]
    case 'below':
      return [rule.limit]
    case 'dataBar':
    case 'colourScale':
    case 'status':
    case 'trend':
      return []
  }
}

/** Why a rule cannot be written, as a sentence without its end; `null` when it can. */
export const ruleTrouble = (area: Area, rule: Rule): string | null =>
  limitsOf(rule).every(Number.isFinite) ? null : `${areaAddress(area)}, needs a number as its limit`

/**
 * The conditional formats of a rule, the first of them first. Bars begin at 0, so that their lengths compare; where
 * there are negative values, they begin at the smallest.
 *
 * @param holdsNegative whether a value of the area is below 0
 */
export const ruleBodies = (area: Area, rule: Rule, holdsNegative: () => boolean): readonly RuleBody[] => {
  switch (rule.kind) {
    case 'dataBar':
      return [{ kind: 'dataBar', from: holdsNegative() ? 'lowest' : 0, colour: bar }]
    case 'colourScale':
      return [{ kind: 'colourScale', colours: rule.highIsGood ? [poor, middle, rich] : [rich, middle, poor] }]
    case 'icons': {
      const { from, to } = rule
      return [{ kind: 'icons', from: Math.min(from, to), to: Math.max(from, to), reversed: from > to }]
    }
    case 'status':
      return [...words(area, rule.bad, 'bad'), ...words(area, rule.warn, 'warn'), ...words(area, rule.good, 'good')]
    case 'below':
      return [below(area, rule.limit)]
    case 'trend':
      return trend(area, rule.upIsGood)
  }
}
