import { pipelineCreated } from '../../metrics/pipeline-created.ts'
import { isoRange } from '../iso-range.ts'
import type { PackContext } from '../pack-context.ts'
import type { Block, Tab, TableRow } from '../report.ts'
import { tableFrom } from '../table-from.ts'

const months = 6
const part = 'new opportunities'

/** One row for each of the last months, the empty ones too. */
const byMonth = (pack: PackContext): Block | null => {
  const periods = Array.from({ length: months }, (_, i) => pack.month(i + 1 - months))
  const period = isoRange({ start: pack.month(1 - months).start, end: pack.asOf })
  const result = pack.ask(pipelineCreated, part, { by: 'month', period })
  if (result === null) return null
  const rows = periods.map(({ label }): TableRow => {
    const found = result.rows.find((row) => row['month'] === label)
    return found ?? { month: label, count: 0, value: 0 }
  })
  return tableFrom(result, {
    name: 'createdByMonth',
    title: 'Created in the last six months (the running month so far)',
    empty: 'No opportunity was created in these months.',
    rows,
    total: true,
    columns: { count: { total: 'sum' }, value: { total: 'sum', rule: { kind: 'dataBar' } } },
    extra: [{ key: 'average', label: 'Value per deal', kind: 'money', formula: { ratio: ['value', 'count'] } }],
    charts: [
      {
        kind: 'column',
        title: 'Value of opportunities created, by month',
        alt: 'Columns: value of the opportunities created in each of the last six months.',
        category: 'month',
        series: [{ key: 'value', colour: 'actual' }],
      },
    ],
  })
}

const split = (pack: PackContext, by: string, title: string): Block | null => {
  if (pack.lacks('deals', by, `${part} by ${by}`)) return null
  const result = pack.ask(pipelineCreated, part, { by, period: 'L90D' })
  if (result === null || result.rows.length === 0) return null
  return tableFrom(result, {
    name: `createdBy${by.charAt(0).toUpperCase()}${by.slice(1)}`,
    title,
    empty: 'No opportunity was created in these days.',
    limit: 15,
    total: result.rows.length <= 15,
    columns: { count: { total: 'sum' }, value: { total: 'sum' } },
    extra: [
      {
        key: 'share',
        label: 'Share of value',
        kind: 'percent',
        formula: { share: 'value' },
        rule: { kind: 'dataBar' },
      },
    ],
  })
}

/** Do enough new opportunities enter the funnel? */
export const funnelInTab = (pack: PackContext): Tab | null => {
  if (pack.lacks('deals', 'created', part)) return null
  const main = byMonth(pack)
  if (main === null) return null
  const blocks = [main, split(pack, 'owner', 'Last 90 days by owner'), split(pack, 'source', 'Last 90 days by source')]
  return {
    key: 'funnelIn',
    label: '2 Funnel in',
    title: 'Funnel in',
    purpose: 'Do enough new opportunities enter the funnel?',
    colour: 'ahead',
    provisional: false,
    blocks: blocks.filter((block) => block !== null),
  }
}
