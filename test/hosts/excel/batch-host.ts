import type { ExcelHost } from './batch/host.ts'
import { Refusal } from './batch/host-error.ts'
import type { BatchHost } from './transport.ts'

/** The host of a workbook, for the transports of a whole page. */
export const batchHostOf = (host: ExcelHost): BatchHost => ({
  execute: (batch) => {
    try {
      return host.execute(batch)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { code: error.status, message: error.message }
    }
  },
  deliverTo: (deliver) => {
    host.onEvents = deliver
  },
})
