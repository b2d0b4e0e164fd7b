import type { Cell } from '#core/cells/grid'
import type { Area } from '#core/report/instructions'
import { putCell } from '#local/workbook/cells'
import { tabNamed } from '#local/workbook/make'
import type { Workbook } from '#local/workbook/model'
import { placeOf } from './areas.ts'
import { enter } from './cell-entry.ts'
import { actionFailure, noFaults, type Fault, type FaultPlan } from './faults.ts'
import { Refusal } from './host-error.ts'
import { HostObject } from './host-object.ts'
import type { Batch, RefusalStatus } from './protocol.ts'
import { rangeAreasType } from './range-areas.ts'
import { rangeType } from './range.ts'
import { runBatch } from './run-batch.ts'
import { addChange, type CellPlace, type Session } from './session.ts'
import { takeEvents, type EventEntry } from './tell-listeners.ts'
import { workbookType } from './workbook.ts'
import { worksheetType } from './worksheet.ts'

/** One request, in bytes of its JSON. */
export interface Exchange {
  readonly actions: number
  readonly requestBytes: number
  /** 0 where there was no answer. */
  readonly responseBytes: number
  /** What was made to go wrong, or what the limit did. */
  readonly failed: Fault['kind'] | RefusalStatus | null
}

export interface HostOptions {
  /** Bytes of a request or of its answer; Excel on the web takes 5 MB. */
  readonly payloadLimit?: number
  /** The value of a formula, given without its `=`; without this, cells with formulas stay blank. */
  readonly calculate?: (formula: string, at: CellPlace) => Cell
  /** A service beside the workbook, by its name on the wire. */
  readonly service?: (name: string) => HostObject | undefined
}

export interface ExcelHost {
  readonly workbook: Workbook
  readonly session: Session
  /** All requests so far, in their order. */
  readonly exchanges: Exchange[]
  /** What is to go wrong from now on; requests are counted from 1. */
  faults: FaultPlan
  /**
   * Answers one batch of office.js, as JSON.
   *
   * @throws Refusal when the request is not taken as a whole
   */
  execute(batchText: string): string
  /** Hears the events; one listener, set by the transport. */
  onEvents: (entries: readonly EventEntry[]) => void
  /** Types into cells as a person does. */
  type(tab: string, address: string, values: readonly (readonly (string | number | boolean)[])[]): void
  /** Tells listeners what changed since they were last told. */
  tellListeners(): void
}

/** 5 MB as Excel on the web counts them. */
const fiveMegabytes = 5 * 1024 * 1024

const sessionOf = (workbook: Workbook, calculate: HostOptions['calculate']): Session => {
  const session: Session = {
    workbook,
    references: new Map(),
    listeners: new Set(),
    changes: [],
    asked: [],
    eventsEnabled: true,
    structureProtected: false,
    calculationMode: 'Automatic',
    selection: { row: 0, column: 0, rows: 1, columns: 1 },
    calculate: calculate ?? (() => null),
    make: {
      worksheet: (tab) => HostObject.of(worksheetType, { session, tab }),
      range: (at) => HostObject.of(rangeType, at),
      areas: (at) => HostObject.of(rangeAreasType, at),
      areaOf: (object) => object.as(rangeType),
    },
  }
  return session
}

const typeInto = (session: Session, tab: string, address: string, values: Parameters<ExcelHost['type']>[2]): void => {
  const home = tabNamed(session.workbook, tab)
  if (home === undefined) throw new Error(`There is no tab "${tab}".`)
  const { area } = placeOf(session, address, home, 'type')
  values.forEach((line, down) => {
    line.forEach((value, right) => {
      const [row, column] = [area.row + down, area.column + right]
      const entry = enter(value, home.cells.get(row)?.get(column)?.format ?? 'General')
      const shown = entry.formula === null ? entry.value : session.calculate(entry.formula, { tab: home, row, column })
      putCell(home, row, column, { value: shown, formula: entry.formula })
    })
  })
  const changed: Area = { ...area, rows: values.length, columns: Math.max(...values.map(({ length }) => length)) }
  addChange(session, { tab: home.id, area: changed, kind: 'edited', own: false })
}

const failingAt =
  (fault: Fault | null) =>
  (index: number): void => {
    if (fault?.kind === 'action' && fault.after === index) throw actionFailure(fault.code)
  }

/** Excel, as far as office.js can tell: it answers its batches from a workbook in memory. */
export const openHost = (workbook: Workbook, options: HostOptions = {}): ExcelHost => {
  const session = sessionOf(workbook, options.calculate)
  const limit = options.payloadLimit ?? fiveMegabytes
  const roots = {
    workbook: HostObject.of(workbookType, session),
    service: options.service ?? (() => undefined),
    reference: (id: string) => session.references.get(id),
  }
  const host: ExcelHost = {
    workbook,
    session,
    exchanges: [],
    faults: noFaults,
    execute: (batchText) => {
      const fault = host.faults(host.exchanges.length + 1)
      const requestBytes = Buffer.byteLength(batchText)
      const batch = JSON.parse(batchText) as Batch
      const note = (responseBytes: number, failed: Exchange['failed']): void => {
        host.exchanges.push({ actions: batch.Actions.length, requestBytes, responseBytes, failed })
      }
      const refuse = (status: RefusalStatus, failed: Exchange['failed'] = status): never => {
        note(0, failed)
        throw new Refusal(status)
      }
      if (fault?.kind === 'refused' || fault?.kind === 'lost') refuse(fault.status, fault.kind)
      if (requestBytes > limit) refuse(5103)
      const answer = JSON.stringify(runBatch(batch, roots, failingAt(fault)))
      host.tellListeners()
      if (fault?.kind === 'unanswered') refuse(fault.status, fault.kind)
      const responseBytes = Buffer.byteLength(answer)
      if (responseBytes > limit) refuse(5104)
      const isCut = fault?.kind === 'action' && fault.after < batch.Actions.length
      note(responseBytes, isCut ? fault.kind : null)
      return answer
    },
    onEvents: () => undefined,
    type: (tab, address, values) => {
      typeInto(session, tab, address, values)
      host.tellListeners()
    },
    tellListeners: () => {
      const entries = takeEvents(session)
      if (entries.length > 0)
        setTimeout(() => {
          host.onEvents(entries)
        }, 0)
    },
  }
  return host
}
