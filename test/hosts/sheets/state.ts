import type { Area } from '#core/report/instructions'
import { meets } from '#local/workbook/address'
import type { NamedRange, Tab, Workbook } from '#local/workbook/model'
import type { Calls } from './calls.ts'
import type { Place } from './cell-values.ts'

/** What stands behind a sheet: its tab of the workbook in memory, and what Google has besides. */
export interface SheetState {
  readonly id: number
  readonly tab: Tab
  readonly calls: Calls
  readonly place: Place
  readonly size: { rows: number; columns: number }
  /** Cells that only somebody else may change. */
  readonly protectedAreas: Area[]
  refuseProtected(area: Area): void
}

/** What stands behind the spreadsheet. */
export interface BookState {
  readonly workbook: Workbook
  readonly calls: Calls
  readonly place: Place
  readonly locale: string
  /** In the order of the tabs. */
  sheets(): readonly SheetState[]
  names(): NamedRange[]
}

export const newSheetState = (id: number, tab: Tab, calls: Calls, place: Place): SheetState => {
  const state: SheetState = {
    id,
    tab,
    calls,
    place,
    size: { rows: 1000, columns: 26 },
    protectedAreas: [],
    refuseProtected: (area) => {
      if (tab.protected || state.protectedAreas.some((each) => meets(each, area)))
        throw new Error(
          'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
        )
    },
  }
  for (const [row, cells] of tab.cells) {
    state.size.rows = Math.max(state.size.rows, row + 1)
    for (const column of cells.keys()) state.size.columns = Math.max(state.size.columns, column + 1)
  }
  return state
}
