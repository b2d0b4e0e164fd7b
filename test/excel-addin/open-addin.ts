import { openPort } from '#excel-addin/panel-port.ts'
import { newWorkbook } from '#local/workbook/make'
import type { Workbook } from '#local/workbook/model'
import type { Port, Work } from '#panel/port.ts'
import { openHost, type ExcelHost, type HostOptions } from '../hosts/excel/batch/host.ts'
import { loadLibrary, type LoadedLibrary } from '../hosts/excel/node-vm.ts'
import { floor, supports, type RequirementSets } from '../hosts/excel/requirement-sets.ts'

export interface Addin {
  readonly host: ExcelHost
  readonly port: Port
}

interface Relay {
  readonly library: LoadedLibrary
  /** From now on the library speaks with this host. */
  connect(host: ExcelHost): void
}

/** The library with whichever host is connected last: loading it takes far longer than opening a workbook. */
const relayFor = (sets: RequirementSets): Relay => {
  const known = relays.get(sets)
  if (known !== undefined) return known
  let current = openHost(newWorkbook('Nothing'))
  const seam: ExcelHost = { ...current, execute: (text) => current.execute(text) }
  const library = loadLibrary(seam, { sets })
  const connect = (host: ExcelHost): void => {
    current = host
    host.onEvents = (entries) => {
      seam.onEvents(entries)
    }
  }
  const relay = { library, connect }
  relays.set(sets, relay)
  return relay
}

const relays = new Map<RequirementSets, Relay>()

/** The add-in's port on the real office.js, as if this workbook had just been opened in Excel. */
export const openAddin = async (
  workbook: Workbook,
  options: HostOptions = {},
  sets: RequirementSets = floor,
): Promise<Addin> => {
  const host = openHost(workbook, options)
  const { library, connect } = relayFor(sets)
  connect(host)
  const isSetSupported = (name: string, version?: string): boolean => supports(sets, name, version)
  Object.assign(globalThis, { Excel: library.Excel, Office: { context: { requirements: { isSetSupported } } } })
  return {
    host,
    port: await openPort({ helpAddress: 'https://localhost/help/', theme: null, locale: 'en-GB' }),
  }
}

export interface ToldWork extends Work {
  readonly told: readonly string[]
  cancel(): void
}

/** Work that can be cancelled and remembers what it was told. */
export const newWork = (): ToldWork => {
  const control = new AbortController()
  const told: string[] = []
  return {
    told,
    signal: control.signal,
    progress: (_, doing) => void told.push(doing),
    cancel: () => {
      control.abort()
    },
  }
}
