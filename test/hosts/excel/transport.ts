/** A batch that Excel refuses as a whole: its code below the body, such as 5004 while a cell is being edited. */
export interface Refusal {
  readonly code: number
  readonly message: string
}

/** `[category, type, target, message, id]`; an event of the workbook has category 65536, a call of a function 1. */
export type HostEvent = readonly [category: number, type: number, target: string, message: string, id: number]

/** What stands behind office.js: answers its batches and tells it what happened. */
export interface BatchHost {
  /** Answers the JSON of a batch with the JSON of its results. */
  execute(batch: string): string | Refusal
  /** Where its events go from now on; called by the transport once the library listens. */
  deliverTo(deliver: (events: readonly HostEvent[]) => void): void
}

/** Requirement sets of an Excel of today, by name. */
export const todaysSets: Readonly<Record<string, string>> = {
  ExcelApi: '1.17',
  CustomFunctionsRuntime: '1.4',
  CustomFunctions: '1.9',
  SharedRuntime: '1.2',
  RichApiRuntime: '1.2',
  DialogApi: '1.2',
  RibbonApi: '1.2',
}
