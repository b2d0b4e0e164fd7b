import type { ConditionalRule } from 'hucre'
import type { Area } from '#core/report/instructions'
import { ruleBodies, ruleTrouble, type RuleBody } from '#core/report/rule-body'
import { areaAddress } from '#core/report/a1'
import { fail } from './fail.ts'
import { checkArea, peek, type Of, type TabDraft } from './tab-draft.ts'
import { overlayStyle } from './write-style.ts'

type Body = Omit<ConditionalRule, 'priority' | 'range'>

/** Colours of conditional formats need the opacity in front. */
const opaque = (colour: string): string => `FF${colour}`

const holdsNegative = (draft: TabDraft, area: Area): boolean => {
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++) {
      const content = peek(draft, { row, column })?.content ?? null
      const value = typeof content === 'object' && content !== null ? content.value : content
      if (typeof value === 'number' && value < 0) return true
    }
  return false
}

type Icons = Extract<RuleBody, { kind: 'icons' }>

const icons = ({ from, to, reversed }: Icons): Body => ({
  type: 'iconSet',
  iconSet: {
    iconSet: '3Symbols',
    cfvo: [
      { type: 'percent', value: '0' },
      { type: 'num', value: String(from) },
      { type: 'num', value: String(to) },
    ],
    ...(reversed && { reverse: true }),
  },
})

const storedBody = (body: RuleBody): Body => {
  switch (body.kind) {
    case 'dataBar': {
      const from =
        body.from === 'lowest' ? ({ type: 'min' } as const) : ({ type: 'num', value: String(body.from) } as const)
      return { type: 'dataBar', dataBar: { cfvo: [from, { type: 'max' }], color: opaque(body.colour) } }
    }
    case 'colourScale':
      return {
        type: 'colorScale',
        colorScale: {
          cfvo: [{ type: 'min' }, { type: 'percentile', value: '50' }, { type: 'max' }],
          colors: body.colours.map(opaque),
        },
      }
    case 'icons':
      return icons(body)
    case 'formula':
      return { type: 'expression', formula: body.formula, style: overlayStyle(body.overlay) }
  }
}

/** Adds a conditional format. Values of its area must already have been written. */
export const writeRule = (draft: TabDraft, { area, rule }: Of<'rule'>): void => {
  const where = `A conditional format (${rule.kind})`
  checkArea(draft, area, where)
  const trouble = ruleTrouble(area, rule)
  if (trouble !== null) fail('file', `${where} on tab "${draft.name}", ${trouble}.`)
  const rules = draft.sheet.conditionalRules ?? []
  for (const body of ruleBodies(area, rule, () => holdsNegative(draft, area)))
    rules.push({ ...storedBody(body), range: areaAddress(area), priority: rules.length + 1 })
}
