import type { Dataset } from '#core/dataset/dataset'
import type { Metric } from '#core/metrics/define'
import type { Grid } from '#core/cells/grid'
import { readAddresses } from '../workbook/read-addresses.ts'
import type { RunExcel } from '../office/run-excel.ts'
import { showFailure, type Asker } from './ask.ts'
import { placesOf } from './places.ts'
import { doubtfulAddress, readArguments, type Given } from './read-arguments.ts'
import type { Shown } from './show-answer.ts'

/** A formula in a cell, as long as Excel wants to know its answer. */
export interface Call {
  readonly metric: Metric
  /** The arguments as Excel hands them over. */
  readonly values: readonly unknown[]
  /** Where each argument stands; `null` for what a formula made. */
  readonly addresses: readonly (string | null)[]
  show(shown: Shown): void
  /** Called when the answer is not wanted any more. */
  whenCancelled(cancel: () => void): void
}

/** A call that names no range: it follows the tables of the workbook. */
interface Live {
  readonly call: Call
  readonly given: Given
  /** What it was answered from, and what it shows. */
  data: Dataset | null
  shown: string
}

const isLive = ({ tables }: Given): boolean => Object.keys(tables).length === 0

const doubtsOf = ({ metric, values, addresses }: Call): readonly string[] =>
  placesOf(metric).flatMap((place, i) => doubtfulAddress(place, values[i], addresses[i] ?? null) ?? [])

/** The values of the arguments, those that were read again in the place of those handed over. */
const settledValues = ({ values, addresses }: Call, read: ReadonlyMap<string, Grid>): readonly unknown[] =>
  values.map((value, i) => {
    const grid = read.get(addresses[i] ?? '')
    return grid ?? value
  })

/**
 * Answers the formulas of the workbook. Those that come in one message are answered in one go, so that what they share
 * is read once; those that name no range are answered again whenever a table has changed.
 */
export class Calls {
  private waiting: Call[] = []
  private readonly live = new Set<Live>()

  constructor(
    private readonly asker: Asker,
    private readonly run: RunExcel,
  ) {}

  /** How many formulas follow the workbook. */
  get following(): number {
    return this.live.size
  }

  start(call: Call): void {
    this.waiting.push(call)
    if (this.waiting.length === 1) queueMicrotask(() => void this.answerWaiting())
  }

  /** Answers every formula that follows the workbook again; those whose answer is the same are left alone. */
  async refresh(): Promise<void> {
    for (const each of [...this.live]) await this.update(each)
  }

  private async answerWaiting(): Promise<void> {
    const calls = this.waiting
    this.waiting = []
    const wanted = new Set(calls)
    for (const call of calls) call.whenCancelled(() => wanted.delete(call))
    const doubts = [...new Set(calls.flatMap(doubtsOf))]
    const read = doubts.length === 0 ? new Map<string, Grid>() : await readAddresses(this.run, doubts)
    for (const call of calls) {
      if (!wanted.has(call)) continue
      const given = readArguments(call.metric, settledValues(call, read), call.addresses)
      const each: Live = { call, given, data: null, shown: '' }
      if (isLive(given)) {
        this.live.add(each)
        call.whenCancelled(() => this.live.delete(each))
      }
      await this.update(each)
    }
  }

  private async update(each: Live): Promise<void> {
    const { call, given } = each
    const shown = await this.answer(each).catch(showFailure)
    if (shown === null || (isLive(given) && !this.live.has(each))) return
    const text = JSON.stringify(shown)
    if (text === each.shown) return
    each.shown = text
    call.show(shown)
  }

  /** `null` where nothing that the answer is made of has changed. */
  private async answer(each: Live): Promise<Shown | null> {
    const { call, given } = each
    const data = await this.asker.open(call.metric, given)
    if (data === each.data) return null
    const shown = this.asker.answer(call.metric, given, data)
    each.data = data
    return shown
  }
}
