import type { ChartKind } from '#core/report/instructions'

const kinds = {
  ColumnClustered: 'column',
  ColumnStacked: 'stackedColumn',
  BarClustered: 'bar',
  BarStacked: 'stackedBar',
  Line: 'line',
  LineMarkers: 'line',
} as const satisfies Record<string, ChartKind>

export type ChartTypeName = keyof typeof kinds

/** `undefined` for a type that the model of a workbook does not have. */
export const kindOfType = (type: string): ChartKind | undefined =>
  Object.hasOwn(kinds, type) ? kinds[type as ChartTypeName] : undefined

export const isLineType = (type: string): boolean => kindOfType(type) === 'line'

/** What Excel calls a chart of this kind; columns with a line are columns to it. */
export const baseType = (kind: ChartKind): ChartTypeName => {
  switch (kind) {
    case 'column':
    case 'columnLine':
      return 'ColumnClustered'
    case 'stackedColumn':
      return 'ColumnStacked'
    case 'bar':
      return 'BarClustered'
    case 'stackedBar':
      return 'BarStacked'
    case 'line':
      return 'LineMarkers'
  }
}
