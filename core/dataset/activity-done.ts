import type { Day } from '../cells/day.ts'
import type { Flags, Numbers, Texts } from './columns.ts'
import { headerKey } from './header.ts'

export type ActivityState = 'done' | 'open' | 'cancelled'

/** Status words of common CRM systems, and of the languages that headers are known in. */
const words: Readonly<Record<ActivityState, string>> = {
  done: 'done|completed|complete|closed|held|finished|erledigt|abgeschlossen|durchgeführt|beendet|terminé|effectué|réalisé|fait|completado|completada|hecho|hecha|realizado|realizada|klar|slutförd|genomförd|avslutad|færdig|fuldført|afsluttet|afholdt|ferdig|fullført|gjennomført|tehty|valmis|pidetty',
  open: 'open|undone|not done|to do|todo|planned|scheduled|not started|in progress|started|pending|deferred|waiting|waiting on someone else|rescheduled|offen|geplant|in bearbeitung|nicht begonnen|ouvert|prévu|planifié|en cours|à faire|abierto|abierta|pendiente|planificado|planificada|öppen|planerad|pågår|åben|planlagt|i gang|åpen|pågår|avoin|suunniteltu|kesken',
  cancelled:
    'cancelled|canceled|cancel|no show|not held|declined|dropped|abgesagt|storniert|abgebrochen|annulé|annulée|cancelado|cancelada|inställd|avbokad|aflyst|annulleret|avlyst|kansellert|peruttu|peruutettu',
}

const byWord = new Map(
  (Object.keys(words) as ActivityState[]).flatMap((state) =>
    words[state].split('|').map((word) => [headerKey(word), state] as const),
  ),
)

export interface DoneColumns {
  readonly date: Numbers
  readonly done: Flags | null
  readonly status_text: Texts | null
  readonly cancelled: Flags | null
}

/** What is said of each activity: cancelled, done by its flag, else by its status; `null` where nothing tells. */
export const readStates = ({
  done,
  status_text,
  cancelled,
}: Omit<DoneColumns, 'date'>): ((row: number) => ActivityState | null) => {
  const states = status_text?.labels.map((label) => byWord.get(headerKey(label)) ?? null) ?? []
  return (row) => {
    const state = status_text === null ? null : (states[status_text.code(row)] ?? null)
    if (cancelled?.isTrue(row) === true || state === 'cancelled') return 'cancelled'
    if (done !== null && !done.isBlank(row)) return done.isTrue(row) ? 'done' : 'open'
    return state
  }
}

/**
 * Whether an activity has taken place: not cancelled, and done by its flag, else by its status, else (where neither
 * tells) because its date is not after as-of.
 */
export const readDone = (columns: DoneColumns, asOf: Day): ((row: number) => boolean) => {
  const { date } = columns
  const stateOf = readStates(columns)
  return (row) => {
    const state = stateOf(row)
    return state === null ? date.at(row) < asOf + 1 : state === 'done'
  }
}
