import type { Cell, Grid } from '#core/cells/grid'
import { cellAddress } from '#core/report/a1'
import type { Area } from '#core/report/instructions'
import { areaAround, isBlank, peekCell, putCell } from '#local/workbook/cells'
import { addTab, nextId, tabNamed } from '#local/workbook/make'
import type { Tab, Workbook } from '#local/workbook/model'
import type { FoundRange, PlainTab, SettingRow } from '#panel/port.ts'

const headRows = 20

export const gridOf = (tab: Tab, area: Area, rows = area.rows): Grid =>
  Array.from({ length: Math.min(rows, area.rows) }, (_, down) =>
    Array.from({ length: area.columns }, (_, right): Cell => {
      const { value } = peekCell(tab, area.row + down, area.column + right)
      return value === '' ? null : value
    }),
  )

const addressOf = ({ row, column, rows, columns }: Area): string =>
  `${cellAddress({ row, column })}:${cellAddress({ row: row + rows - 1, column: column + columns - 1 })}`

/** A range as the panel is told of it. */
export const rangeOf = (tab: Tab, name: string, kind: FoundRange['kind'], area: Area): FoundRange => ({
  tab: tab.name,
  address: addressOf(area),
  name,
  kind,
  head: gridOf(tab, area, headRows),
  rows: area.rows,
  firstRow: area.row + 1,
})

/** Tables first, then tabs without any. */
export const rangesOf = ({ tabs }: Workbook): readonly FoundRange[] => {
  const tables = tabs.flatMap((tab) => tab.tables.map(({ name, area }) => rangeOf(tab, name, 'table', area)))
  const plain = tabs.flatMap((tab) => {
    const area = tab.tables.length > 0 ? null : areaAround(tab, (cell) => !isBlank(cell))
    return area === null ? [] : [rangeOf(tab, tab.name, 'tab', area)]
  })
  return [...tables, ...plain]
}

const putRow = (tab: Tab, row: number, cells: readonly Cell[]): void =>
  cells.forEach((value, column) => putCell(tab, row, column, { value }))

/** Replaces rows of the tab `SPM Settings` by section and key. */
export const saveSettingRows = (workbook: Workbook, rows: readonly SettingRow[]): void => {
  const tab = tabNamed(workbook, 'SPM Settings') ?? addTab(workbook, 'SPM Settings')
  const area = areaAround(tab, (cell) => !isBlank(cell))
  const old = area === null ? [] : gridOf(tab, area).slice(1)
  const kept = old.filter(([section, key]) => !rows.some((each) => each.section === section && each.key === key))
  const added = rows.filter(({ value }) => value !== '').map(({ section, key, value }) => [section, key, value])
  tab.cells.clear()
  tab.tables.length = 0
  ;[['section', 'key', 'value'], ...kept, ...added].forEach((cells, row) => putRow(tab, row, cells))
}

export const addPlainTab = (workbook: Workbook, { name, rows, formats, table }: PlainTab): void => {
  if (tabNamed(workbook, name) !== undefined) return
  const tab = addTab(workbook, name)
  rows.forEach((cells, row) => {
    putRow(tab, row, cells)
    formats.forEach((format, column) => {
      if (format !== null && row > 0) putCell(tab, row, column, { format })
    })
  })
  if (table === null) return
  const area = { row: 0, column: 0, rows: rows.length, columns: rows[0]?.length ?? 0 }
  tab.tables.push({ id: nextId(workbook), name: table, area, header: true, totals: false, style: null, filter: true })
}
