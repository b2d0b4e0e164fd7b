import type { Area, Content } from '#core/report/instructions'
import { ruleBodies, type RuleBody } from '#core/report/rule-body'
import { bytesOf, type Batch } from '../office/batch.ts'
import { isFormula, type TabWork } from './tab-work.ts'

const holdsNegative = (contents: TabWork['contents'], { row, column, rows, columns }: Area): boolean =>
  contents.slice(row, row + rows).some((cells) =>
    cells.slice(column, column + columns).some((content: Content) => {
      const value = isFormula(content) ? content.value : content
      return typeof value === 'number' && value < 0
    }),
  )

type Body<K extends RuleBody['kind']> = Extract<RuleBody, { readonly kind: K }>

const putBar = ({ dataBar }: Excel.ConditionalFormat, { from, colour }: Body<'dataBar'>): void => {
  dataBar.lowerBoundRule = from === 'lowest' ? { type: 'LowestValue' } : { type: 'Number', formula: `=${from}` }
  dataBar.upperBoundRule = { type: 'HighestValue' }
  dataBar.positiveFormat.fillColor = `#${colour}`
}

const putScale = ({ colorScale }: Excel.ConditionalFormat, { colours }: Body<'colourScale'>): void => {
  const [low, middle, high] = colours
  colorScale.criteria = {
    minimum: { type: 'LowestValue', color: `#${low}` },
    midpoint: { type: 'Percentile', formula: '50', color: `#${middle}` },
    maximum: { type: 'HighestValue', color: `#${high}` },
  }
}

/** The first criterion of Excel is fixed: it stands for everything below the second. */
const putIcons = ({ iconSet }: Excel.ConditionalFormat, { from, to, reversed }: Body<'icons'>): void => {
  const from0 = { type: 'Percent', operator: 'GreaterThanOrEqual', formula: '=0' } as const
  const limit = (value: number) => ({ type: 'Number', operator: 'GreaterThanOrEqual', formula: `=${value}` }) as const
  iconSet.style = 'ThreeSymbols'
  iconSet.criteria = [from0, limit(from), limit(to)]
  if (reversed) iconSet.reverseIconOrder = true
}

const putFormula = ({ custom }: Excel.ConditionalFormat, { formula, overlay }: Body<'formula'>): void => {
  custom.rule.formula = `=${formula}`
  if (overlay.bold) custom.format.font.bold = true
  if (overlay.colour !== null) custom.format.font.color = `#${overlay.colour}`
  if (overlay.fill !== null) custom.format.fill.color = `#${overlay.fill}`
}

const putBody = (formats: Excel.ConditionalFormatCollection, body: RuleBody): void => {
  switch (body.kind) {
    case 'dataBar':
      return putBar(formats.add('DataBar'), body)
    case 'colourScale':
      return putScale(formats.add('ColorScale'), body)
    case 'icons':
      return putIcons(formats.add('IconSet'), body)
    case 'formula':
      return putFormula(formats.add('Custom'), body)
  }
}

const bytesOfRule = 2_000

/** Conditional formats. A new one stands before the others in Excel, so that the last is made first. */
export const putRules = async (
  batch: Batch,
  sheet: Excel.Worksheet,
  { contents, rules }: Pick<TabWork, 'contents' | 'rules'>,
): Promise<void> => {
  for (const { area, rule } of [...rules].reverse())
    for (const body of [...ruleBodies(area, rule, () => holdsNegative(contents, area))].reverse())
      await batch.add(bytesOf(body) + bytesOfRule, () => {
        const { conditionalFormats } = sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns)
        putBody(conditionalFormats, body)
      })
}
