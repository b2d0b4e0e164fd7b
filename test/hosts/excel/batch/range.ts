import { shownAddress } from './areas.ts'
import { conditionalFormatsType } from './conditional-formats.ts'
import { dataValidationType } from './data-validation.ts'
import {
  getCellProperties,
  getColumnProperties,
  getRowProperties,
  setCellProperties,
  setColumnProperties,
  setRowProperties,
} from './cell-properties.ts'
import { whole } from './given.ts'
import { invalidArgument, notFound } from './host-error.ts'
import { HostObject, type ObjectType } from './host-object.ts'
import { hyperlinkProperty } from './hyperlink.ts'
import { cellProperties } from './range-cells.ts'
import { clearArea } from './range-clear.ts'
import { rangeFormatType } from './range-format.ts'
import { rangeMoves } from './range-moves.ts'
import { isUnbounded, rowsOfTab } from './areas.ts'
import { specialCells } from './special-cells.ts'
import { areasOf, referenceTo, type AtArea } from './session.ts'

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
    Hyperlink: hyperlinkProperty,
  },
  parts: {
    Worksheet: ({ session, tab }) => session.make.worksheet(tab),
    Format: (at) => HostObject.of(rangeFormatType, areasOf(at)),
    DataValidation: (at) => HostObject.of(dataValidationType, areasOf(at)),
    ConditionalFormats: (at) => HostObject.of(conditionalFormatsType, areasOf(at)),
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
      clearArea(at, what)
      return undefined
    },
    GetCellProperties: getCellProperties,
    GetRowProperties: getRowProperties,
    GetColumnProperties: getColumnProperties,
    SetCellProperties: setCellProperties,
    SetRowProperties: setRowProperties,
    SetColumnProperties: setColumnProperties,
    GetSpecialCells: (at, type) => {
      const areas = specialCells(at, type)
      if (areas.length === 0) throw notFound('Range.getSpecialCells')
      return at.session.make.areas({ session: at.session, tab: at.tab, areas })
    },
    GetSpecialCellsOrNullObject: (at, type) => {
      const areas = specialCells(at, type)
      return areas.length === 0 ? null : at.session.make.areas({ session: at.session, tab: at.tab, areas })
    },
    Select: ({ session, tab, area }) => {
      session.workbook.active = tab.id
      session.selection = area
      return undefined
    },
  },
}
