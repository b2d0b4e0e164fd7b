import { addTab, tabById, tabNamed } from '#local/workbook/make'
import { isBlankArgument, text } from './given.ts'
import { notFound } from './host-error.ts'
import type { Argument, HostObject, ObjectType } from './host-object.ts'
import { eventMethods } from './listeners.ts'
import { noteTab, unlocked, type Session } from './session.ts'
import { checkedTabName, freeTabName } from './tab-names.ts'

const shown = (session: Session, visibleOnly: Argument | undefined): readonly HostObject[] =>
  session.workbook.tabs
    .filter(({ visibility }) => visibleOnly !== true || visibility === 'visible')
    .map((tab) => session.make.worksheet(tab))

/** By name or id. */
const find = ({ workbook, make }: Session, key: string): HostObject | null => {
  const tab = tabNamed(workbook, key) ?? tabById(workbook, key)
  return tab === undefined ? null : make.worksheet(tab)
}

const get = (session: Session, key: string): HostObject => {
  const found = find(session, key)
  if (found === null) throw notFound('WorksheetCollection.getItem')
  return found
}

export const worksheetsType: ObjectType<Session> = {
  name: 'WorksheetCollection',
  items: (session) => shown(session, false),
  item: (session, key) => get(session, text(key, 'WorksheetCollection.getItem')),
  methods: {
    Add: (session, name) => {
      const { workbook } = unlocked(session, 'WorksheetCollection.add')
      const where = 'WorksheetCollection.add'
      const wanted = isBlankArgument(name) ? freeTabName(workbook) : text(name, where)
      const tab = addTab(workbook, checkedTabName(workbook, wanted, where))
      noteTab(session, tab, 'added')
      return session.make.worksheet(tab)
    },
    GetItem: (session, key) => get(session, text(key, 'WorksheetCollection.getItem')),
    GetItemOrNullObject: (session, key) => find(session, text(key, 'WorksheetCollection.getItemOrNullObject')),
    GetActiveWorksheet: (session) => get(session, session.workbook.active),
    GetFirst: (session, visibleOnly) => shown(session, visibleOnly)[0] ?? null,
    GetLast: (session, visibleOnly) => shown(session, visibleOnly).at(-1) ?? null,
    GetCount: (session, visibleOnly) => shown(session, visibleOnly).length,
    ...eventMethods<Session>('WorksheetCollection', (session) => ({ session, target: 'Workbook' })),
  },
}
