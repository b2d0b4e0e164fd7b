import type { Overlay, RuleBody } from '#core/report/rule-body'
import type { Rule } from '#local/workbook/model'
import { colour, flag, oneOf, record, shownColour, text, whole } from './given.ts'
import { fixedProperty } from './fixed-property.ts'
import { invalidArgument, notFound, unknownToHost } from './host-error.ts'
import { HostObject, type ObjectType, type Property } from './host-object.ts'
import type { Json } from './protocol.ts'
import { unprotected, type AtTab } from './session.ts'

export interface AtRule extends AtTab {
  readonly id: string
}

type Body<K extends RuleBody['kind']> = Extract<RuleBody, { readonly kind: K }>

const ruleOf = ({ tab, id }: AtRule): Rule => {
  const rule = tab.rules.find((each) => each.id === id)
  if (rule === undefined) throw notFound('ConditionalFormat')
  return rule
}

const bodyOf = <K extends RuleBody['kind']>(at: AtRule, kind: K): Body<K> => {
  const { body } = ruleOf(at)
  if (body.kind !== kind) throw invalidArgument(`ConditionalFormat.${kind}`)
  return body as Body<K>
}

const changeBody = <K extends RuleBody['kind']>(at: AtRule, kind: K, change: Partial<Body<K>>): void => {
  unprotected(at, 'ConditionalFormat')
  const body: RuleBody = { ...bodyOf(at, kind), ...change }
  ruleOf(at).body = body
}

const amount = (given: Json | undefined, location: string): number => {
  const value = Number(text(given, location).replace(/^=/, ''))
  if (!Number.isFinite(value)) throw invalidArgument(location)
  return value
}

const barBound = 'DataBarConditionalFormat.lowerBoundRule'

const positiveType: ObjectType<AtRule> = {
  name: 'ConditionalDataBarPositiveFormat',
  properties: {
    FillColor: {
      get: (at) => shownColour(bodyOf(at, 'dataBar').colour),
      set: (at, given) => {
        changeBody(at, 'dataBar', { colour: colour(given, 'ConditionalDataBarPositiveFormat.fillColor') })
      },
    },
    GradientFill: fixedProperty('ConditionalDataBarPositiveFormat.gradientFill', true),
  },
}

const dataBarType: ObjectType<AtRule> = {
  name: 'DataBarConditionalFormat',
  properties: {
    ShowDataBarOnly: fixedProperty('DataBarConditionalFormat.showDataBarOnly', false),
    AxisFormat: fixedProperty('DataBarConditionalFormat.axisFormat', 'Automatic'),
    LowerBoundRule: {
      get: (at) => {
        const { from } = bodyOf(at, 'dataBar')
        return from === 'lowest' ? { type: 'LowestValue' } : { type: 'Number', formula: `=${from}` }
      },
      set: (at, given) => {
        const rule = record(given, barBound)
        const type = oneOf(rule['type'], ['LowestValue', 'Number'], barBound)
        changeBody(at, 'dataBar', { from: type === 'Number' ? amount(rule['formula'], barBound) : 'lowest' })
      },
    },
    UpperBoundRule: {
      get: () => ({ type: 'HighestValue' }),
      set: (_at, given) => {
        oneOf(record(given, 'upperBoundRule')['type'], ['HighestValue'], 'DataBarConditionalFormat.upperBoundRule')
      },
    },
  },
  parts: { PositiveFormat: (at) => HostObject.of(positiveType, at) },
}

const scaleWhere = 'ColorScaleConditionalFormat.criteria'

const stepOf = (given: Json | undefined, type: string, formula?: string): string => {
  const step = record(given, scaleWhere)
  oneOf(step['type'], [type], scaleWhere)
  if (formula !== undefined) oneOf(step['formula'], [formula, `=${formula}`], scaleWhere)
  return colour(step['color'], scaleWhere)
}

const scaleType: ObjectType<AtRule> = {
  name: 'ColorScaleConditionalFormat',
  properties: {
    ThreeColorScale: { get: () => true },
    Criteria: {
      get: (at) => {
        const [low, middle, high] = bodyOf(at, 'colourScale').colours
        return {
          minimum: { type: 'LowestValue', color: shownColour(low) },
          midpoint: { type: 'Percentile', formula: '50', color: shownColour(middle) },
          maximum: { type: 'HighestValue', color: shownColour(high) },
        }
      },
      set: (at, given) => {
        const { minimum, midpoint, maximum } = record(given, scaleWhere)
        const low = stepOf(minimum, 'LowestValue')
        const middle = stepOf(midpoint, 'Percentile', '50')
        changeBody(at, 'colourScale', { colours: [low, middle, stepOf(maximum, 'HighestValue')] })
      },
    },
  },
}

const iconsWhere = 'IconSetConditionalFormat.criteria'

const iconLimit = (given: Json | undefined): number => {
  const step = record(given, iconsWhere)
  oneOf(step['type'], ['Number'], iconsWhere)
  oneOf(step['operator'], ['GreaterThanOrEqual'], iconsWhere)
  return amount(step['formula'], iconsWhere)
}

const iconsType: ObjectType<AtRule> = {
  name: 'IconSetConditionalFormat',
  properties: {
    Style: {
      get: () => 'ThreeSymbols',
      set: (at, given) => {
        bodyOf(at, 'icons')
        if (given !== 'ThreeSymbols') throw unknownToHost(`icons of the style ${JSON.stringify(given)}`)
      },
    },
    ShowIconOnly: fixedProperty('IconSetConditionalFormat.showIconOnly', false),
    ReverseIconOrder: {
      get: (at) => bodyOf(at, 'icons').reversed,
      set: (at, given) => {
        changeBody(at, 'icons', { reversed: flag(given, 'IconSetConditionalFormat.reverseIconOrder') })
      },
    },
    Criteria: {
      get: (at) => {
        const { from, to } = bodyOf(at, 'icons')
        const step = (value: number): Json => ({ type: 'Number', operator: 'GreaterThanOrEqual', formula: `=${value}` })
        return [{ type: 'Invalid', operator: 'Invalid', formula: '' }, step(from), step(to)]
      },
      set: (at, given) => {
        if (!Array.isArray(given) || given.length !== 3) throw invalidArgument(iconsWhere)
        const [, from, to] = given as readonly Json[]
        changeBody(at, 'icons', { from: iconLimit(from), to: iconLimit(to) })
      },
    },
  },
}

const overlayOf = (at: AtRule): Overlay => bodyOf(at, 'formula').overlay

const changeOverlay = (at: AtRule, change: Partial<Overlay>): void => {
  changeBody(at, 'formula', { overlay: { ...overlayOf(at), ...change } })
}

const overlayColour = (name: 'colour' | 'fill', location: string): Property<AtRule> => ({
  get: (at) => {
    const value = overlayOf(at)[name]
    return value === null ? '' : shownColour(value)
  },
  set: (at, given) => {
    changeOverlay(at, { [name]: colour(given, location) })
  },
})

const fontType: ObjectType<AtRule> = {
  name: 'ConditionalRangeFont',
  properties: {
    Color: overlayColour('colour', 'ConditionalRangeFont.color'),
    Bold: {
      get: (at) => overlayOf(at).bold,
      set: (at, given) => {
        changeOverlay(at, { bold: flag(given, 'ConditionalRangeFont.bold') })
      },
    },
  },
}

const fillType: ObjectType<AtRule> = {
  name: 'ConditionalRangeFill',
  properties: { Color: overlayColour('fill', 'ConditionalRangeFill.color') },
}

const formatType: ObjectType<AtRule> = {
  name: 'ConditionalRangeFormat',
  parts: { Font: (at) => HostObject.of(fontType, at), Fill: (at) => HostObject.of(fillType, at) },
}

const formulaType: ObjectType<AtRule> = {
  name: 'ConditionalFormatRule',
  properties: {
    Formula: {
      get: (at) => `=${bodyOf(at, 'formula').formula}`,
      set: (at, given) => {
        const formula = text(given, 'ConditionalFormatRule.formula')
        if (!formula.startsWith('=')) throw invalidArgument('ConditionalFormatRule.formula')
        changeBody(at, 'formula', { formula: formula.slice(1) })
      },
    },
  },
}

const customType: ObjectType<AtRule> = {
  name: 'CustomConditionalFormat',
  parts: { Rule: (at) => HostObject.of(formulaType, at), Format: (at) => HostObject.of(formatType, at) },
}

const kinds = {
  DataBar: { body: { kind: 'dataBar', from: 'lowest', colour: '638EC6' }, type: dataBarType },
  ColorScale: { body: { kind: 'colourScale', colours: ['F8696B', 'FFEB84', '63BE7B'] }, type: scaleType },
  /** Thirds, which are no numbers until somebody sets them. */
  IconSet: { body: { kind: 'icons', from: NaN, to: NaN, reversed: false }, type: iconsType },
  Custom: {
    body: { kind: 'formula', formula: '', overlay: { bold: false, colour: null, fill: null } },
    type: customType,
  },
} as const satisfies Record<string, { body: RuleBody; type: ObjectType<AtRule> }>

type KindName = keyof typeof kinds

const names = Object.keys(kinds) as readonly KindName[]

const kindOf = (at: AtRule): KindName =>
  names.find((name) => kinds[name].body.kind === ruleOf(at).body.kind) ?? 'Custom'

/** The body of a new conditional format, as Excel makes it. */
export const newBody = (given: unknown, location: string): RuleBody => {
  const name = names.find((each) => each === given)
  if (name === undefined) throw unknownToHost(`${location} of the type ${String(given)}`)
  return kinds[name].body
}

const partsOf = Object.fromEntries(
  names.flatMap((name) => {
    const part = (at: AtRule): HostObject => {
      bodyOf(at, kinds[name].body.kind)
      return HostObject.of(kinds[name].type, at)
    }
    return [
      [name, part],
      [`${name}OrNullObject`, (at: AtRule) => (kindOf(at) === name ? part(at) : null)],
    ]
  }),
)

const moveTo = (at: AtRule, priority: number): void => {
  const { rules } = unprotected(at, 'ConditionalFormat.priority')
  const rule = ruleOf(at)
  rules.splice(rules.indexOf(rule), 1)
  rules.splice(priority, 0, rule)
}

export const conditionalFormatType: ObjectType<AtRule> = {
  name: 'ConditionalFormat',
  identity: ({ id }) => ({ Id: id }),
  properties: {
    Id: { get: ({ id }) => id },
    Type: { get: kindOf },
    StopIfTrue: fixedProperty('ConditionalFormat.stopIfTrue', false),
    Priority: {
      get: (at) => at.tab.rules.indexOf(ruleOf(at)),
      set: (at, given) => {
        moveTo(at, whole(given, 'ConditionalFormat.priority'))
      },
    },
  },
  parts: partsOf,
  methods: {
    Delete: (at) => {
      const { rules } = unprotected(at, 'ConditionalFormat.delete')
      rules.splice(rules.indexOf(ruleOf(at)), 1)
      return undefined
    },
    GetRange: (at) => {
      const [area, second] = ruleOf(at).areas
      if (area === undefined || second !== undefined) throw notFound('ConditionalFormat.getRange')
      return at.session.make.range({ session: at.session, tab: at.tab, area })
    },
  },
}
