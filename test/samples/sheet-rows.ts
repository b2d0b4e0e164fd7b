import type { Content } from '#core/report/instructions'
import type { Sheet } from '#samples/sheet'

/** A row of a sheet, read by heading. */
export interface SheetRow {
  /** The cell as text, '' where it is blank. */
  text(header: string): string
  /** The cell as a number. */
  number(header: string): number
  isBlank(header: string): boolean
  cell(header: string): Content
}

export const sheetNamed = (sheets: readonly Sheet[], tab: string): Sheet => {
  const found = sheets.find((sheet) => sheet.tab === tab)
  if (found === undefined) throw new Error(`No tab ${tab}`)
  return found
}

const columnOf = ({ tab, columns }: Sheet): ((header: string) => number) => {
  const places = new Map(columns.map(({ header }, i) => [header, i]))
  return (header) => {
    const place = places.get(header)
    if (place === undefined) throw new Error(`No column ${header} in ${tab}`)
    return place
  }
}

export const rowsIn = (sheet: Sheet): readonly SheetRow[] => {
  const place = columnOf(sheet)
  return sheet.rows.map((row): SheetRow => {
    const cell = (header: string): Content => row[place(header)] ?? null
    return {
      cell,
      text: (header) => String(cell(header) ?? ''),
      number: (header) => {
        const value = cell(header)
        if (typeof value !== 'number') throw new Error(`${header} is no number: ${String(value)}`)
        return value
      },
      isBlank: (header) => cell(header) === null,
    }
  })
}

export const groupBy = <T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> => {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? []
    group.push(item)
    groups.set(keyOf(item), group)
  }
  return groups
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}
