import { newWorkbook } from '#local/workbook/make'
import type { Workbook } from '#local/workbook/model'
import { openHost, type ExcelHost, type HostOptions } from './batch/host.ts'
import { loadLibrary, type LoadedLibrary, type VmOptions } from './node-vm.ts'

export interface Started extends LoadedLibrary {
  readonly host: ExcelHost
  readonly workbook: Workbook
}

/** An Excel with one workbook open (an empty one with the tab `Sheet1`), and the real library in it. */
export const startExcel = (options: VmOptions & HostOptions & { readonly workbook?: Workbook } = {}): Started => {
  const workbook = options.workbook ?? newWorkbook('Sheet1')
  const host = openHost(workbook, options)
  return { host, workbook, ...loadLibrary(host, options) }
}

/** A value of the library's JavaScript context as one of ours, since equality asks for the class too. */
export const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** The error that a promise rejects with, by the names that office.js gives it. */
export const failureOf = async (work: Promise<unknown>): Promise<OfficeExtension.Error> => {
  try {
    await work
  } catch (error) {
    return error as OfficeExtension.Error
  }
  throw new Error('Nothing failed.')
}

/** Lets what the library and the host have put off happen. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await new Promise((done) => setTimeout(done, 1))
}
