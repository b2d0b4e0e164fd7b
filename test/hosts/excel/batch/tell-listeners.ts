import { meets } from '#local/workbook/address'
import { tabById } from '#local/workbook/make'
import type { Tab } from '#local/workbook/model'
import { shownArea } from './areas.ts'
import { events, listenerKey } from './listeners.ts'
import type { Json } from './protocol.ts'
import { referenceTo, type Change, type Session } from './session.ts'

/** An event as office.js receives it: category, number, target, details as JSON, 0. */
export type EventEntry = readonly [number, number, string, string, number]

const category = 65536

const entry = (event: keyof typeof events, target: string, details: Json): EventEntry => [
  category,
  events[event],
  target,
  JSON.stringify(details),
  0,
]

const targetsOf = (session: Session, event: 'changed' | 'calculated', tab: Tab): readonly string[] =>
  [tab.id, 'Workbook'].filter((target) => session.listeners.has(listenerKey(event, target)))

const tablesOf = (session: Session, tab: Tab, { area }: Change): readonly string[] =>
  tab.tables
    .filter((table) => meets(table.area, area) && session.listeners.has(listenerKey('tableChanged', table.id)))
    .map(({ id }) => id)

const edited = (session: Session, tab: Tab, change: Change): readonly EventEntry[] => {
  const targets = targetsOf(session, 'changed', tab)
  const tables = tablesOf(session, tab, change)
  if (targets.length + tables.length === 0) return []
  const details = {
    address: shownArea(change.area),
    changeType: 'RangeEdited',
    source: 'Local',
    worksheetId: tab.id,
    triggerSource: change.own ? 'ThisLocalAddin' : 'Unknown',
    shiftDirection: 'None',
    referenceId: referenceTo(session, session.make.range({ session, tab, area: change.area })),
  }
  return [
    ...targets.map((target) => entry('changed', target, details)),
    ...tables.map((tableId) => entry('tableChanged', tableId, { ...details, tableId })),
  ]
}

const calculated = (session: Session, tab: Tab, { area }: Change): readonly EventEntry[] =>
  targetsOf(session, 'calculated', tab).map((target) =>
    entry('calculated', target, { address: shownArea(area), worksheetId: tab.id }),
  )

/** Excel does not tell who added or deleted a tab. */
const cameOrWent = (session: Session, kind: 'added' | 'deleted', worksheetId: string): readonly EventEntry[] =>
  session.listeners.has(listenerKey(kind, 'Workbook'))
    ? [entry(kind, 'Workbook', { worksheetId, source: 'Local' })]
    : []

/** The events of all changes since the last call, for those who listen; none of those made while events were off. */
export const takeEvents = (session: Session): readonly EventEntry[] =>
  session.changes.splice(0).flatMap((change) => {
    const { kind } = change
    if (kind === 'added' || kind === 'deleted') return cameOrWent(session, kind, change.tab)
    const tab = tabById(session.workbook, change.tab)
    if (tab === undefined) return []
    return kind === 'edited' ? edited(session, tab, change) : calculated(session, tab, change)
  })
