import type { CellStyle, ConditionalRule } from 'hucre'
import type { Overlay, RuleBody } from '#core/report/rule-body'

const bare = (colour: string): string => colour.slice(-6).toUpperCase()

const overlayOf = ({ font, fill }: CellStyle): Overlay => {
  const colour = font?.color?.rgb
  const solid = fill?.type === 'pattern' ? (fill.bgColor?.rgb ?? fill.fgColor?.rgb) : undefined
  return {
    bold: font?.bold ?? false,
    colour: colour === undefined ? null : bare(colour),
    fill: solid === undefined ? null : bare(solid),
  }
}

const barOf = ({ cfvo: [from], color }: NonNullable<ConditionalRule['dataBar']>): RuleBody => ({
  kind: 'dataBar',
  from: from?.type === 'num' ? Number(from.value) : 'lowest',
  colour: bare(color),
})

const scaleOf = ({ colors }: NonNullable<ConditionalRule['colorScale']>): RuleBody | null => {
  const [low, middle, high] = colors.map(bare)
  if (low === undefined || middle === undefined || high === undefined) return null
  return { kind: 'colourScale', colours: [low, middle, high] }
}

const iconsOf = ({ iconSet, cfvo, reverse }: NonNullable<ConditionalRule['iconSet']>): RuleBody | null => {
  const [, from, to] = cfvo
  if (iconSet !== '3Symbols' || from?.type !== 'num' || to?.type !== 'num') return null
  return { kind: 'icons', from: Number(from.value), to: Number(to.value), reversed: reverse ?? false }
}

/** A conditional format of a file; `null` for a kind that packs do not have. */
export const ruleOfFile = (rule: ConditionalRule): RuleBody | null => {
  const { type, dataBar, colorScale, iconSet, formula } = rule
  if (type === 'dataBar' && dataBar) return barOf(dataBar)
  if (type === 'colorScale' && colorScale) return scaleOf(colorScale)
  if (type === 'iconSet' && iconSet) return iconsOf(iconSet)
  const [first] = typeof formula === 'string' ? [formula] : (formula ?? [])
  if (type !== 'expression' || first === undefined) return null
  return { kind: 'formula', formula: first.replaceAll('_xlfn.', ''), overlay: overlayOf(rule.style ?? {}) }
}
