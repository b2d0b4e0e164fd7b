import type { Area } from '#core/report/instructions'
import { blankCell, type Table } from '#local/workbook/model'
import { placeOf } from './areas.ts'
import { flag, text } from './given.ts'
import { alreadyExists, invalidArgument, unknownToHost } from './host-error.ts'
import type { Answer, ObjectType } from './host-object.ts'
import { eventMethods } from './listeners.ts'
import { clearCells } from './range-cells.ts'
import { unprotected, type AtTab, type Session } from './session.ts'

export interface AtTable extends AtTab {
  readonly table: Table
}

/** The name, where Excel allows it and no other table or name of the workbook has it. */
const checkedName = ({ workbook }: Session, name: string, own: Table): string => {
  const where = 'Table.name'
  const allowed = /^[A-Za-z_\\][\w.\\]*$/.test(name) && !/^([A-Za-z]{1,3}\d+|[RrCc])$/.test(name) && name.length <= 255
  if (!allowed) throw invalidArgument(where)
  const key = name.toLowerCase()
  const isTaken = workbook.tabs.some(({ tables }) =>
    tables.some((each) => each !== own && each.name.toLowerCase() === key),
  )
  if (isTaken || workbook.names.some((each) => each.name.toLowerCase() === key)) throw alreadyExists(where)
  return name
}

const rangeOf = ({ session, tab }: AtTable, area: Area): Answer => session.make.range({ session, tab, area })

const bodyOf = ({ table: { area, totals } }: AtTable): Area => ({
  ...area,
  row: area.row + 1,
  rows: Math.max(1, area.rows - 1 - (totals ? 1 : 0)),
})

/** What the host keeps as Excel sets it, without letting it be changed. */
const fixed = (name: string, value: boolean) => ({
  get: () => value,
  set: (_at: AtTable, given: unknown) => {
    if (given !== value) throw unknownToHost(`Table.${name} other than ${value}`)
  },
})

export const tableType: ObjectType<AtTable> = {
  name: 'Table',
  identity: ({ table }) => ({ Id: table.id }),
  properties: {
    Id: { get: ({ table }) => table.id },
    Name: {
      get: ({ table }) => table.name,
      set: (at, given) => {
        unprotected(at, 'Table.name')
        at.table.name = checkedName(at.session, text(given, 'Table.name'), at.table)
      },
    },
    ShowHeaders: fixed('showHeaders', true),
    ShowTotals: {
      get: ({ table }) => table.totals,
      set: ({ table }, given) => {
        if (flag(given, 'Table.showTotals') !== table.totals) throw unknownToHost('changes of Table.showTotals')
      },
    },
    ShowFilterButton: {
      get: ({ table }) => table.filter,
      set: (at, given) => {
        unprotected(at, 'Table.showFilterButton')
        at.table.filter = flag(given, 'Table.showFilterButton')
      },
    },
    Style: {
      get: ({ table }) => table.style ?? '',
      set: (at, given) => {
        unprotected(at, 'Table.style')
        const style = text(given, 'Table.style')
        if (!/^(TableStyle(Light|Medium|Dark)\d+)?$/.test(style)) throw invalidArgument('Table.style')
        at.table.style = style === '' ? null : style
      },
    },
  },
  parts: { Worksheet: ({ session, tab }) => session.make.worksheet(tab) },
  methods: {
    GetRange: (at) => rangeOf(at, at.table.area),
    GetHeaderRowRange: (at) => rangeOf(at, { ...at.table.area, rows: 1 }),
    GetDataBodyRange: (at) => rangeOf(at, bodyOf(at)),
    Resize: (at, range) => {
      unprotected(at, 'Table.resize')
      const { tab, area } = placeOf(at.session, range, at.tab, 'Table.resize')
      if (tab !== at.tab || area.row !== at.table.area.row) throw invalidArgument('Table.resize')
      at.table.area = area
      return undefined
    },
    ConvertToRange: (at) => {
      const { tables } = unprotected(at, 'Table.convertToRange')
      tables.splice(tables.indexOf(at.table), 1)
      return rangeOf(at, at.table.area)
    },
    Delete: (at) => {
      const tab = unprotected(at, 'Table.delete')
      tab.tables.splice(tab.tables.indexOf(at.table), 1)
      clearCells({ ...at, area: at.table.area }, blankCell)
      return undefined
    },
    ...eventMethods<AtTable>('Table', ({ session, table }) => ({ session, target: table.id })),
  },
}
