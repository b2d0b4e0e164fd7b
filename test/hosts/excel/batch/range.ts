import { blankCell } from '#local/workbook/model'
import { shownAddress } from './areas.ts'
import { isBlankArgument, oneOf, whole } from './given.ts'
import { invalidArgument } from './host-error.ts'
import { HostObject, type ObjectType } from './host-object.ts'
import { cellProperties, clearCells } from './range-cells.ts'
import { rangeFormatType } from './range-format.ts'
import { rangeMoves } from './range-moves.ts'
import { isUnbounded, rowsOfTab } from './areas.ts'
import { referenceTo, type AtArea } from './session.ts'

const { value, formula, format, look, link } = blankCell

const cleared = {
  All: { value, formula, format, look, link },
  Contents: { value, formula },
  Formats: { format, look },
  Hyperlinks: { link },
  RemoveHyperlinks: { link, look },
} as const

const words = Object.keys(cleared) as (keyof typeof cleared)[]

/** Objects remember the reference that the client asked to keep. */
const kept = new WeakMap<AtArea, string>()

export const rangeType: ObjectType<AtArea> = {
  name: 'Range',
  identity: (at): Record<string, string> => {
    const id = kept.get(at)
    return id === undefined ? {} : { _ReferenceId: id }
  },
  properties: {
    Address: { get: ({ tab, area }) => shownAddress(tab, area) },
    CellCount: { get: ({ area }) => (area.rows * area.columns > 2 ** 31 - 1 ? -1 : area.rows * area.columns) },
    ColumnCount: { get: ({ area }) => area.columns },
    ColumnIndex: { get: ({ area }) => area.column },
    RowCount: { get: ({ area }) => area.rows },
    RowIndex: { get: ({ area }) => area.row },
    IsEntireColumn: { get: ({ area }) => area.rows === rowsOfTab },
    IsEntireRow: { get: ({ area }) => isUnbounded(area) && area.rows !== rowsOfTab },
    ...cellProperties,
  },
  parts: {
    Worksheet: ({ session, tab }) => session.make.worksheet(tab),
    Format: (at) => HostObject.of(rangeFormatType, at),
  },
  methods: {
    ...rangeMoves,
    _KeepReference: (at) => {
      const known = kept.get(at)
      if (known === undefined) kept.set(at, referenceTo(at.session, HostObject.of(rangeType, at)))
      return undefined
    },
    _ValidateArraySize: ({ area }, rows, columns) => {
      const where = 'Range.values'
      if (whole(rows, where) !== area.rows || whole(columns, where) !== area.columns)
        throw invalidArgument(
          where,
          "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
        )
      return undefined
    },
    Clear: (at, what) => {
      clearCells(at, cleared[isBlankArgument(what) ? 'All' : oneOf(what, words, 'Range.clear')])
      return undefined
    },
    Select: ({ session, tab, area }) => {
      session.workbook.active = tab.id
      session.selection = area
      return undefined
    },
  },
}
