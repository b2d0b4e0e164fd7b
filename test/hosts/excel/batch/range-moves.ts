import type { Area } from '#core/report/instructions'
import { common } from '#local/workbook/address'
import { areaAround, isBlank } from '#local/workbook/cells'
import { columnsOfTab, fitting, placeOf, rowsOfTab } from './areas.ts'
import { isBlankArgument, whole } from './given.ts'
import { notFound } from './host-error.ts'
import type { Answer, Argument } from './host-object.ts'
import type { AtArea, AtTab } from './session.ts'

type Move = (at: AtArea, ...given: readonly Argument[]) => Answer

const moved = (at: AtArea, area: Area, location: string): Answer =>
  at.session.make.range({ ...at, area: fitting(area, location) })

/** The used cells of a tab: with contents, or touched in any way unless only values count. */
export const usedArea = ({ tab }: AtTab, valuesOnly: boolean): Area | null =>
  areaAround(tab, (cell) => !isBlank(cell) || (!valuesOnly && isFormatted(cell)))

const isFormatted = (cell: Parameters<typeof isBlank>[0]): boolean =>
  cell.format !== 'General' || cell.look.fill !== null || Object.values(cell.look.border).some((side) => side !== null)

const usedWithin = (at: AtArea, valuesOnly: boolean): Area | null => {
  const used = usedArea(at, valuesOnly)
  return used === null ? null : common(used, at.area)
}

const around = (a: Area, b: Area): Area => {
  const [row, column] = [Math.min(a.row, b.row), Math.min(a.column, b.column)]
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  }
}

const other = (at: AtArea, given: Argument | undefined, location: string): Area =>
  placeOf(at.session, given, at.tab, location).area

const orNothing = (at: AtArea, area: Area | null): Answer =>
  area === null ? null : at.session.make.range({ ...at, area })

const orFail = (at: AtArea, area: Area | null, location: string): Answer => {
  if (area === null) throw notFound(location)
  return at.session.make.range({ ...at, area })
}

/** How ranges lead to other ranges. */
export const rangeMoves: Readonly<Record<string, Move>> = {
  GetCell: (at, row, column) => {
    const where = 'Range.getCell'
    const [down, right] = [whole(row, where), whole(column, where)]
    return moved(at, { row: at.area.row + down, column: at.area.column + right, rows: 1, columns: 1 }, where)
  },
  GetRow: (at, row) => {
    const where = 'Range.getRow'
    return moved(at, { ...at.area, row: at.area.row + whole(row, where), rows: 1 }, where)
  },
  GetColumn: (at, column) => {
    const where = 'Range.getColumn'
    return moved(at, { ...at.area, column: at.area.column + whole(column, where), columns: 1 }, where)
  },
  GetLastRow: (at) => moved(at, { ...at.area, row: at.area.row + at.area.rows - 1, rows: 1 }, 'Range.getLastRow'),
  GetLastCell: ({ area, ...at }) =>
    moved(
      { ...at, area },
      { row: area.row + area.rows - 1, column: area.column + area.columns - 1, rows: 1, columns: 1 },
      'Range.getLastCell',
    ),
  GetEntireRow: (at) => moved(at, { ...at.area, column: 0, columns: columnsOfTab }, 'Range.getEntireRow'),
  GetEntireColumn: (at) => moved(at, { ...at.area, row: 0, rows: rowsOfTab }, 'Range.getEntireColumn'),
  GetResizedRange: (at, rows, columns) => {
    const where = 'Range.getResizedRange'
    const { area } = at
    return moved(
      at,
      { ...area, rows: area.rows + whole(rows, where), columns: area.columns + whole(columns, where) },
      where,
    )
  },
  GetAbsoluteResizedRange: (at, rows, columns) => {
    const where = 'Range.getAbsoluteResizedRange'
    return moved(at, { ...at.area, rows: whole(rows, where), columns: whole(columns, where) }, where)
  },
  GetOffsetRange: (at, rows, columns) => {
    const where = 'Range.getOffsetRange'
    const { area } = at
    return moved(
      at,
      { ...area, row: area.row + whole(rows, where), column: area.column + whole(columns, where) },
      where,
    )
  },
  GetBoundingRect: (at, given) => {
    const where = 'Range.getBoundingRect'
    return moved(at, around(at.area, other(at, given, where)), where)
  },
  GetIntersection: (at, given) => {
    const where = 'Range.getIntersection'
    return orFail(at, common(at.area, other(at, given, where)), where)
  },
  GetIntersectionOrNullObject: (at, given) => orNothing(at, common(at.area, other(at, given, 'Range.getIntersection'))),
  GetUsedRange: (at, valuesOnly) => orFail(at, usedWithin(at, valuesOnly === true), 'Range.getUsedRange'),
  GetUsedRangeOrNullObject: (at, valuesOnly) =>
    orNothing(at, usedWithin(at, !isBlankArgument(valuesOnly) && valuesOnly === true)),
}
