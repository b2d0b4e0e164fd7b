import type { Answer, Argument } from './host-object.ts'
import type { Session } from './session.ts'

/** Numbers of the events that the host raises. */
export const events = {
  changed: 10,
  added: 13,
  deleted: 15,
  calculated: 16,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const

type EventName = keyof typeof events

/** Who is listened to: the id of a worksheet or table, or `Workbook` for all worksheets. */
interface Source {
  readonly session: Session
  readonly target: string
}

type Kind = 'Worksheet' | 'WorksheetCollection' | 'Table' | 'TableCollection'

const ofCells: readonly (readonly [string, EventName])[] = [
  ['DataChanged', 'changed'],
  ['Calculated', 'calculated'],
]

const names: Readonly<Record<Kind, readonly (readonly [string, EventName])[]>> = {
  Worksheet: ofCells,
  WorksheetCollection: [...ofCells, ['Added', 'added'], ['Deleted', 'deleted']],
  Table: [['DataChanged', 'tableChanged']],
  TableCollection: [
    ['Added', 'tableAdded'],
    ['Deleted', 'tableDeleted'],
  ],
}

export const listenerKey = (event: EventName, target: string): string => `${events[event]}|${target}`

/** Methods by which a client begins and ends to listen. */
export const eventMethods = <T>(
  kind: Kind,
  sourceOf: (target: T) => Source,
): Readonly<Record<string, (target: T, ...given: readonly Argument[]) => Answer>> =>
  Object.fromEntries(
    names[kind].flatMap(([name, event]) => [
      [
        `_Register${name}Event`,
        (at: T): Answer => {
          const { session, target } = sourceOf(at)
          session.listeners.add(listenerKey(event, target))
          return undefined
        },
      ],
      [
        `_Unregister${name}Event`,
        (at: T): Answer => {
          const { session, target } = sourceOf(at)
          session.listeners.delete(listenerKey(event, target))
          return undefined
        },
      ],
    ]),
  )
