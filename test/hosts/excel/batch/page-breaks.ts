import { placeOf } from './areas.ts'
import { whole } from './given.ts'
import { notFound } from './host-error.ts'
import { HostObject, type ObjectType } from './host-object.ts'
import { unprotected, type AtTab } from './session.ts'

interface AtBreak extends AtTab {
  readonly row: number
}

const setBreaks = (at: AtTab, breaks: readonly number[]): void => {
  const tab = unprotected(at, 'PageBreakCollection')
  tab.print = { ...tab.print, breaks: [...new Set(breaks)].sort((a, b) => a - b) }
}

const breakType: ObjectType<AtBreak> = {
  name: 'PageBreak',
  identity: ({ row }) => ({ _Id: row }),
  properties: { _Id: { get: ({ row }) => row }, RowIndex: { get: ({ row }) => row }, ColumnIndex: { get: () => 0 } },
  methods: {
    Delete: (at) => {
      setBreaks(
        at,
        at.tab.print.breaks.filter((row) => row !== at.row),
      )
      return undefined
    },
  },
}

/** Breaks before rows. */
export const pageBreaksType: ObjectType<AtTab> = {
  name: 'PageBreakCollection',
  items: (at) => at.tab.print.breaks.map((row) => HostObject.of(breakType, { ...at, row })),
  item: (at, index) => {
    const row = at.tab.print.breaks[whole(index, 'PageBreakCollection.getItem')]
    if (row === undefined) throw notFound('PageBreakCollection.getItem')
    return HostObject.of(breakType, { ...at, row })
  },
  methods: {
    Add: (at, range) => {
      const { row } = placeOf(at.session, range, at.tab, 'PageBreakCollection.add').area
      setBreaks(at, [...at.tab.print.breaks, row])
      return HostObject.of(breakType, { ...at, row })
    },
    GetCount: ({ tab }) => tab.print.breaks.length,
    RemovePageBreaks: (at) => {
      setBreaks(at, [])
      return undefined
    },
  },
}
