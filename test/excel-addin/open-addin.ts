import { openPort } from '#excel-addin/panel-port.ts'
import type { Workbook } from '#local/workbook/model'
import type { Port, Work } from '#panel/port.ts'
import { openHost, type ExcelHost, type HostOptions } from '../hosts/excel/batch/host.ts'
import { loadLibrary } from '../hosts/excel/node-vm.ts'
import { floor, supports, type RequirementSets } from '../hosts/excel/requirement-sets.ts'

export interface Addin {
  readonly host: ExcelHost
  readonly port: Port
}

/** The add-in's port on the real office.js, as if this workbook had just been opened in Excel. */
export const openAddin = async (
  workbook: Workbook,
  options: HostOptions = {},
  sets: RequirementSets = floor,
): Promise<Addin> => {
  const host = openHost(workbook, options)
  const { Excel } = loadLibrary(host, { sets })
  const isSetSupported = (name: string, version?: string): boolean => supports(sets, name, version)
  Object.assign(globalThis, { Excel, Office: { context: { requirements: { isSetSupported } } } })
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
