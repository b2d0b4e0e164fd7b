import vm from 'node:vm'
import { momentIn, shownIn } from './zone.ts'

/** Methods that an older engine may lack; the built script has to do without them, or bring them along. */
const later: Readonly<Record<string, readonly string[]>> = {
  'Array.prototype': ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'],
  'String.prototype': ['at', 'replaceAll', 'isWellFormed', 'toWellFormed'],
  Object: ['hasOwn', 'groupBy'],
  Promise: ['any', 'withResolvers'],
}

/** Local getters follow the zone of the script, as those of Node follow that of the machine; no argument is `now`. */
const dates = `(shownIn, momentIn, now) => {
  const Own = Date
  for (const part of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds'])
    Own.prototype['get' + part] = function () { return new Own(shownIn(this.getTime()))['getUTC' + part]() }
  Own.prototype.getTimezoneOffset = function () { return Math.round((this.getTime() - shownIn(this.getTime())) / 60000) }
  Own.now = now
  globalThis.Date = new Proxy(Own, {
    construct(target, given) {
      if (given.length === 0) return new target(now())
      return given.length === 1 ? new target(given[0]) : new target(momentIn(target.UTC(...given)))
    },
  })
  Own.prototype.constructor = globalThis.Date
}`

/** The JavaScript world of a script: the language alone, in the zone of the script, and nothing of Node or a browser. */
export interface Realm {
  readonly context: vm.Context
  run(code: string, file: string): unknown
  /** Copies rows of values, and Dates among them, into the realm, where `instanceof` knows them. */
  put(value: unknown): unknown
  moment(value: number): Date
}

export interface RealmOptions {
  readonly scriptTimeZone: string
  readonly now: () => number
}

const copier = `(isDate) => {
  const copy = (value) => {
    if (Array.isArray(value)) return Array.from(value, copy)
    return isDate(value) ? new Date(value.getTime()) : value
  }
  return copy
}`

export const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]'

export const openRealm = ({ scriptTimeZone, now }: RealmOptions): Realm => {
  const context = vm.createContext(Object.create(null) as vm.Context)
  const run = (code: string, file: string): unknown => vm.runInContext(code, context, { filename: file })
  for (const [owner, names] of Object.entries(later)) for (const name of names) run(`delete ${owner}.${name}`, 'older')
  run('delete globalThis.console; delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer', 'older')
  const setDates = run(dates, 'dates') as (
    shown: (moment: number) => number,
    momentOf: (local: number) => number,
    now: () => number,
  ) => void
  setDates(
    (moment) => shownIn(scriptTimeZone, moment),
    (local) => momentIn(scriptTimeZone, local),
    now,
  )
  const put = (run(copier, 'copier') as (test: typeof isDate) => (value: unknown) => unknown)(isDate)
  const make = run('(value) => new Date(value)', 'moment') as (value: number) => Date
  return { context, run, put, moment: make }
}
