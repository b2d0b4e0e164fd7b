import type { ConditionalRule } from 'hucre'
import { areaAddress, cellAddress } from '#core/report/a1'
import type { Area, Rule, StyleName } from '#core/report/instructions'
import { fail } from './fail.ts'
import { checkArea, peek, type Of, type TabDraft } from './tab-draft.ts'
import { overlayStyle } from './write-style.ts'

type Body = Omit<ConditionalRule, 'priority' | 'range'>

/** Colours of conditional formats need the opacity in front. */
const barColour = 'FF9CC2E5'
const poor = 'FFF8CFCF'
const middle = 'FFFFFFFF'
const rich = 'FFC6E7D3'

const holdsNegative = (draft: TabDraft, area: Area): boolean => {
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++) {
      const content = peek(draft, { row, column })?.content ?? null
      const value = typeof content === 'object' && content !== null ? content.value : content
      if (typeof value === 'number' && value < 0) return true
    }
  return false
}

/** Bars begin at 0, so that their lengths compare; with negative values they begin at the smallest. */
const dataBar = (draft: TabDraft, area: Area): Body => {
  const from = holdsNegative(draft, area) ? ({ type: 'min' } as const) : ({ type: 'num', value: '0' } as const)
  return { type: 'dataBar', dataBar: { cfvo: [from, { type: 'max' }], color: barColour } }
}

const colourScale = (highIsGood: boolean): Body => ({
  type: 'colorScale',
  colorScale: {
    cfvo: [{ type: 'min' }, { type: 'percentile', value: '50' }, { type: 'max' }],
    colors: highIsGood ? [poor, middle, rich] : [rich, middle, poor],
  },
})

/** A cross below `from`, an exclamation mark from there, a tick from `to`; the other way round when `from` is the larger. */
const icons = (from: number, to: number): Body => {
  const [low, high] = from <= to ? [from, to] : [to, from]
  return {
    type: 'iconSet',
    iconSet: {
      iconSet: '3Symbols',
      cfvo: [
        { type: 'percent', value: '0' },
        { type: 'num', value: String(low) },
        { type: 'num', value: String(high) },
      ],
      ...(from > to && { reverse: true }),
    },
  }
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

const words = (area: Area, list: readonly string[], style: StyleName): readonly Body[] => {
  if (list.length === 0) return []
  const tests = list.map((word) => `${cellAddress(area)}=${quoted(word)}`)
  return [{ type: 'expression', formula: `OR(${tests.join(',')})`, style: overlayStyle(style) }]
}

/** A blank cell is not below anything, which a plain comparison would say. */
const below = (area: Area, limit: number): Body => ({
  type: 'expression',
  formula: `AND(ISNUMBER(${cellAddress(area)}),${cellAddress(area)}<${limit})`,
  style: overlayStyle('bad'),
})

const bodies = (draft: TabDraft, area: Area, rule: Rule): readonly Body[] => {
  switch (rule.kind) {
    case 'dataBar':
      return [dataBar(draft, area)]
    case 'colourScale':
      return [colourScale(rule.highIsGood)]
    case 'icons':
      return [icons(rule.from, rule.to)]
    case 'status':
      return [...words(area, rule.bad, 'bad'), ...words(area, rule.warn, 'warn'), ...words(area, rule.good, 'good')]
    case 'below':
      return [below(area, rule.limit)]
  }
}

const limits = (rule: Rule): readonly number[] => {
  switch (rule.kind) {
    case 'icons':
      return [rule.from, rule.to]
    case 'below':
      return [rule.limit]
    case 'dataBar':
    case 'colourScale':
    case 'status':
      return []
  }
}

/** Adds a conditional format. Values of its area must already have been written. */
export const writeRule = (draft: TabDraft, { area, rule }: Of<'rule'>): void => {
  const where = `A conditional format (${rule.kind})`
  checkArea(draft, area, where)
  if (limits(rule).some((limit) => !Number.isFinite(limit)))
    fail('file', `${where} on tab "${draft.name}", ${areaAddress(area)}, needs a number as its limit.`)
  const rules = draft.sheet.conditionalRules ?? []
  for (const body of bodies(draft, area, rule))
    rules.push({ ...body, range: areaAddress(area), priority: rules.length + 1 })
}
