import { meets } from '#local/workbook/address'
import { peekCell, putCell } from '#local/workbook/cells'
import { nextId } from '#local/workbook/make'
import type { Tab, Table } from '#local/workbook/model'
import { placeOf } from './areas.ts'
import { flag, text } from './given.ts'
import { HostError, invalidArgument, notFound } from './host-error.ts'
import { HostObject, type Argument, type ObjectType } from './host-object.ts'
import { eventMethods } from './listeners.ts'
import { tableType, type AtTable } from './table.ts'
import { noteChange, unprotected, type AtArea, type AtTab, type Session } from './session.ts'

const all = (session: Session): readonly AtTable[] =>
  session.workbook.tabs.flatMap((tab) => tab.tables.map((table) => ({ session, tab, table })))

const ofTab = ({ session, tab }: AtTab): readonly AtTable[] => tab.tables.map((table) => ({ session, tab, table }))

const objectOf = (at: AtTable): HostObject => HostObject.of(tableType, at)

const find = (tables: readonly AtTable[], key: Argument | undefined): HostObject | null => {
  const word = text(key, 'TableCollection.getItem')
  const found = tables.find(({ table }) => table.name.toLowerCase() === word.toLowerCase() || table.id === word)
  return found === undefined ? null : objectOf(found)
}

const get = (tables: readonly AtTable[], key: Argument | undefined): HostObject => {
  const found = find(tables, key)
  if (found === null) throw notFound('TableCollection.getItem')
  return found
}

const freeName = (session: Session): string => {
  const taken = new Set(all(session).map(({ table }) => table.name.toLowerCase()))
  for (let count = 1; ; count++) if (!taken.has(`table${count}`)) return `Table${count}`
}

const where = 'TableCollection.add'

/** Headings of a table are texts, none is empty and no two are the same. */
const nameColumns = (tab: Tab, { area }: Table): void => {
  const seen = new Set<string>()
  for (let column = area.column; column < area.column + area.columns; column++) {
    const { value } = peekCell(tab, area.row, column)
    const wanted = value === null || value === '' ? `Column${column - area.column + 1}` : String(value)
    let heading = wanted
    for (let count = 2; seen.has(heading.toLowerCase()); count++) heading = `${wanted}${count}`
    seen.add(heading.toLowerCase())
    if (heading !== value) putCell(tab, area.row, column, { value: heading, formula: null })
  }
}

const add = (at: AtArea, hasHeaders: boolean): HostObject => {
  const { session, area } = at
  const tab = unprotected(at, where)
  if (!hasHeaders) throw new HostError('NotImplemented', 'The test host makes tables with headings only.', where)
  if (tab.tables.some((table) => meets(table.area, area)))
    throw invalidArgument(where, "A table can't overlap a range that contains another table.")
  const table: Table = {
    id: nextId(session.workbook),
    name: freeName(session),
    area: area.rows === 1 ? { ...area, rows: 2 } : area,
    header: true,
    totals: false,
    style: 'TableStyleMedium2',
    filter: true,
  }
  tab.tables.push(table)
  nameColumns(tab, table)
  noteChange(at, { ...area, rows: 1 })
  return objectOf({ session, tab, table })
}

const collection = <T>(
  name: string,
  tablesOf: (at: T) => readonly AtTable[],
  home: (at: T) => AtTab | Session,
): ObjectType<T> => ({
  name,
  properties: { Count: { get: (at) => tablesOf(at).length } },
  items: (at) => tablesOf(at).map(objectOf),
  item: (at, key) => get(tablesOf(at), key),
  methods: {
    Add: (at, address, hasHeaders) => {
      const from = home(at)
      const place =
        'tab' in from ? placeOf(from.session, address, from.tab, where) : placeOf(from, address, null, where)
      return add(place, flag(hasHeaders, where))
    },
    GetItemOrNullObject: (at, key) => find(tablesOf(at), key),
    GetItemAt: (at, index) => {
      const found = tablesOf(at)[Number(index)]
      if (found === undefined) throw notFound('TableCollection.getItemAt')
      return objectOf(found)
    },
    GetCount: (at) => tablesOf(at).length,
  },
})

const ofWorkbook = collection<Session>('TableCollection', all, (session) => session)

export const tablesType: ObjectType<Session> = {
  ...ofWorkbook,
  methods: {
    ...ofWorkbook.methods,
    ...eventMethods<Session>('TableCollection', (session) => ({ session, target: 'Workbook' })),
  },
}

export const tablesOfTabType: ObjectType<AtTab> = collection('TableCollection', ofTab, (at) => at)
