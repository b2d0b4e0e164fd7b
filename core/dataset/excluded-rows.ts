import { plural } from '../cells/plural.ts'
import { SpmError } from '../errors.ts'
import { Flags, Texts } from './columns.ts'
import type { Finding } from './findings.ts'
import type { Located } from './locate.ts'
import { placeName } from './place-cells.ts'
import { readingsOf } from './readings.ts'
import { RowCollector, type RecordRows } from './record-rows.ts'
import type { TableSchema } from './schema.ts'
import type { Settings } from './settings.ts'
import type { Source } from './source.ts'

/** The rows of a table that leave every figure: by its column `exclude`, or with the deals that they are about. */
export interface Excluded {
  readonly count: number
  /** Whether every row of the deal with an ID is excluded. */
  hasDeal(id: string): boolean
}

/** A table without its excluded rows. */
export interface Split {
  readonly located: Located
  readonly excluded: Excluded
  readonly findings: readonly Finding[]
  /** Why it cannot be told which rows count; `null` where it can. */
  readonly stop: SpmError | null
}

const whole = (located: Located): Split => ({
  located,
  excluded: { count: 0, hasDeal: () => false },
  findings: [],
  stop: null,
})

const attempt = <T>(work: () => T): T | SpmError => {
  try {
    return work()
  } catch (error) {
    if (error instanceof SpmError) return error
    throw error
  }
}

const finding = (located: Located, { name: table, firstRow = 1 }: Source, out: RecordRows): Finding => {
  const column = placeName(located, 'exclude')
  const row = out.at(0) + firstRow
  const text = `"${table}", column "${column}": rows that it marks as excluded count in no figure, and neither does what other tables hold about their deals: ${plural(out.length, 'row')}.`
  return { level: 'note', code: 'excluded', table, column, row, count: out.length, text }
}

/** Reads the column `exclude` where a table has one, and takes the rows out that it marks before any other is read. */
export const splitExcluded = (schema: TableSchema, source: Source, located: Located, settings: Settings): Split => {
  if (schema.fields['exclude'] === undefined) return whole(located)
  const readings = readingsOf(schema, source, located, settings)
  const reading = attempt(() => readings.of('exclude'))
  if (reading instanceof SpmError) return { ...whole(located), stop: reading }
  const flags = reading?.column
  if (!(flags instanceof Flags)) return whole(located)
  const stop = readings.findings.find(({ level }) => level === 'stop')
  if (stop !== undefined)
    return { ...whole(located), findings: readings.findings, stop: new SpmError('unreadable', stop.text) }
  const rowsOf = (isOut: boolean): RecordRows => {
    const collector = new RowCollector(flags.length)
    for (let row = 0; row < flags.length; row++) if (flags.isTrue(row) === isOut) collector.add(located.rows.at(row))
    return collector.collected()
  }
  const out = rowsOf(true)
  if (out.length === 0) return { ...whole(located), findings: readings.findings }
  const kept = { ...located, rows: rowsOf(false) }
  const idsOf = (rows: RecordRows): Texts | null => {
    const ids = readingsOf(schema, source, { ...located, rows }, settings).of('deal_id')?.column
    return ids instanceof Texts ? ids : null
  }
  let ids: { readonly out: Texts | null; readonly kept: Texts | null } | null = null
  return {
    located: kept,
    excluded: {
      count: out.length,
      hasDeal: (id) => {
        ids ??= { out: idsOf(out), kept: idsOf(kept.rows) }
        return id !== '' && (ids.out?.find(id) ?? -1) >= 0 && (ids.kept?.find(id) ?? -1) < 0
      },
    },
    findings: [...readings.findings, finding(located, source, out)],
    stop: null,
  }
}
