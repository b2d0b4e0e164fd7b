import type { Summary } from './summary.ts'
import { limit, ours, type Name } from './implementations.ts'

export type Measured = ReadonlyMap<Name, Summary>

/** One line per implementation: milliseconds of CPU and wall clock, CPU against the limit and both against ours. */
export const tableOf = (measured: Measured): string => {
  const [floor, own] = [measured.get(limit), measured.get(ours)]
  const rows = [...measured].map(([name, { ingest, query, total, addedMb }]) => [
    name,
    whole(ingest.cpuMs),
    whole(ingest.wallMs),
    whole(query.cpuMs),
    whole(query.wallMs),
    whole(total.cpuMs),
    whole(total.wallMs),
    ratio(total.cpuMs, floor?.total.cpuMs),
    ratio(total.cpuMs, own?.total.cpuMs),
    ratio(total.wallMs, own?.total.wallMs),
    whole(addedMb),
  ])
  return aligned([headings, ...rows])
}

const headings = [
  'medians, ms',
  'ingest cpu',
  'wall',
  'query cpu',
  'wall',
  'total cpu',
  'wall',
  '× single pass',
  '× ours cpu',
  'wall',
  'added MB',
]

const whole = (number: number): string => number.toFixed(0)

const ratio = (number: number, base: number | undefined): string =>
  base === undefined || base === 0 ? '–' : (number / base).toFixed(1)

const aligned = (rows: readonly (readonly string[])[]): string => {
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const pad = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
  return rows.map((row) => row.map(pad).join('  ')).join('\n')
}

/** The implementations that answer and took less CPU or less time than ours, in words. */
export const fasterThanOurs = (measured: Measured): readonly string[] => {
  const own = measured.get(ours)
  if (own === undefined) return ['ours was not measured']
  return [...measured].flatMap(([name, { total, answers }]) => {
    if (name === ours || answers === null) return []
    const by = [
      total.cpuMs < own.total.cpuMs ? `CPU ${whole(total.cpuMs)} against ${whole(own.total.cpuMs)} ms` : '',
      total.wallMs < own.total.wallMs ? `wall ${whole(total.wallMs)} against ${whole(own.total.wallMs)} ms` : '',
    ].filter((each) => each !== '')
    return by.length === 0 ? [] : [`${name} is faster than ours: ${by.join(', ')}`]
  })
}
