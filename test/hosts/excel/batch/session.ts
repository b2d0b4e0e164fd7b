import type { Cell } from '#core/cells/grid'
import type { Area } from '#core/report/instructions'
import { nextId, tabById } from '#local/workbook/make'
import type { Tab, Workbook } from '#local/workbook/model'
import { accessDenied, notFound } from './host-error.ts'
import type { HostObject } from './host-object.ts'

/** Cells that changed, or a tab that came or went, for those who watch. */
export interface Change {
  readonly tab: string
  readonly area: Area
  readonly kind: 'edited' | 'calculated' | 'added' | 'deleted'
  /** Whether the add-in itself wrote them. */
  readonly own: boolean
}

/** What the objects of one open workbook share. */
export interface Session {
  readonly workbook: Workbook
  /** Objects that the client keeps across requests, by reference id. */
  readonly references: Map<string, HostObject>
  /** Who listens: `eventType|target`. */
  readonly listeners: Set<string>
  /** Not yet told to listeners. */
  readonly changes: Change[]
  /** What was asked for without any effect on the workbook, such as `Application.SuspendScreenUpdatingUntilNextSync`. */
  readonly asked: string[]
  eventsEnabled: boolean
  /** Tabs may not be added, moved, renamed or deleted. */
  structureProtected: boolean
  calculationMode: string
  /** Selected cells of the tab in view. */
  selection: Area
  /** The value of a formula (without its `=`), where the host can tell. */
  readonly make: Makers
  readonly calculate: (formula: string, at: CellPlace) => Cell
}

/** Objects made by one another: a range has its worksheet, a worksheet its ranges. */
export interface Makers {
  worksheet(tab: Tab): HostObject
  range(at: AtArea): HostObject
  areas(at: AtAreas): HostObject
  /** The place of a range; `null` for any other object. */
  areaOf(object: HostObject): AtArea | null
}

export interface CellPlace {
  readonly tab: Tab
  readonly row: number
  readonly column: number
}

export interface AtTab {
  readonly session: Session
  readonly tab: Tab
}

export interface AtArea extends AtTab {
  readonly area: Area
}

/** Several areas of one tab that are dealt with as one. */
export interface AtAreas extends AtTab {
  readonly areas: readonly Area[]
}

export const areasOf = ({ area, ...at }: AtArea): AtAreas => ({ ...at, areas: [area] })

export const referenceTo = (session: Session, object: HostObject): string => {
  const id = nextId(session.workbook)
  session.references.set(id, object)
  return id
}

/** Refuses changes of a protected tab. */
export const unprotected = ({ tab }: AtTab, location: string): Tab => {
  if (tab.protected) throw accessDenied(location)
  return tab
}

/** Refuses changes of the tabs themselves where the workbook is protected against them. */
export const unlocked = (session: Session, location: string): Session => {
  if (session.structureProtected) throw accessDenied(location)
  return session
}

export const tabOf = (session: Session, id: string, location: string): Tab => {
  const tab = tabById(session.workbook, id)
  if (tab === undefined) throw notFound(location)
  return tab
}

export const noteChange = ({ session, tab }: AtTab, area: Area): void => {
  addChange(session, { tab: tab.id, area, kind: 'edited', own: true })
}

export const noteTab = (session: Session, { id }: Tab, kind: 'added' | 'deleted'): void => {
  addChange(session, { tab: id, area: { row: 0, column: 0, rows: 1, columns: 1 }, kind, own: true })
}

/** Nothing is told of what changes while events are off. */
export const addChange = (session: Session, change: Change): void => {
  if (session.eventsEnabled) session.changes.push(change)
}
