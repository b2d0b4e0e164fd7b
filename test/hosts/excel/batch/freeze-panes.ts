import { placeOf } from './areas.ts'
import { whole } from './given.ts'
import type { ObjectType } from './host-object.ts'
import { unprotected, type AtTab } from './session.ts'

const freeze = (at: AtTab, rows: number, columns: number): undefined => {
  unprotected(at, 'WorksheetFreezePanes.freezeAt').freeze = { rows, columns }
}

export const freezePanesType: ObjectType<AtTab> = {
  name: 'WorksheetFreezePanes',
  methods: {
    FreezeRows: (at, count) => freeze(at, whole(count, 'WorksheetFreezePanes.freezeRows'), 0),
    FreezeColumns: (at, count) => freeze(at, 0, whole(count, 'WorksheetFreezePanes.freezeColumns')),
    FreezeAt: (at, range) => {
      const { area } = placeOf(at.session, range, at.tab, 'WorksheetFreezePanes.freezeAt')
      return freeze(at, area.row + area.rows, area.column + area.columns)
    },
    Unfreeze: (at) => freeze(at, 0, 0),
    GetLocationOrNullObject: ({ session, tab }) => {
      const { rows, columns } = tab.freeze
      if (rows === 0 && columns === 0) return null
      const area = { row: 0, column: 0, rows: rows || 1_048_576, columns: columns || 16_384 }
      return session.make.range({ session, tab, area })
    },
  },
}
