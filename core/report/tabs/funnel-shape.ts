import { funnel } from '../../metrics/funnel.ts'
import type { PackContext } from '../pack-context.ts'
import type { Block, Tab } from '../report.ts'
import { tableFrom, withoutBlankColumns } from '../table-from.ts'

const part = 'the shape of the funnel'

const byStage = (pack: PackContext): Block | null => {
  const result = pack.ask(funnel, part)
  if (result === null) return null
  const block = tableFrom(result, {
    name: 'funnel',
    title: 'Open opportunities by stage',
    empty: 'There is no open opportunity.',
    total: true,
    show: ['stage', 'count', 'value', 'weighted', 'age', 'inStage'],
    columns: { count: { total: 'sum' }, value: { total: 'sum' }, weighted: { total: 'sum' } },
    extra: [
      {
        key: 'share',
        label: 'Share of value',
        kind: 'percent',
        formula: { share: 'value' },
        rule: { kind: 'dataBar' },
      },
    ],
    charts: [
      {
        kind: 'bar',
        title: 'Open value by stage',
        alt: 'Bars: value of the open opportunities in each stage.',
        category: 'stage',
        series: [
          { key: 'value', colour: 'actual' },
          ...(hasWeighted(result.rows) ? [{ key: 'weighted', colour: 'best' as const }] : []),
        ],
      },
    ],
  })
  return withoutBlankColumns(block)
}

const hasWeighted = (rows: readonly Readonly<Record<string, unknown>>[]): boolean =>
  rows.some((row) => typeof row['weighted'] === 'number')

/** Are there enough opportunities at every stage? */
export const funnelShapeTab = (pack: PackContext): Tab | null => {
  const main = byStage(pack)
  if (main === null) return null
  return {
    key: 'funnelShape',
    label: '3 Funnel shape',
    title: 'Funnel shape',
    purpose: 'Are there enough opportunities at every stage?',
    colour: 'ahead',
    provisional: false,
    blocks: [main],
  }
}
