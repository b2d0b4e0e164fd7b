/** What office.js sends to Excel and what it gets back, as JSON. Names are Excel's own. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined }

export const objectPaths = {
  global: 1,
  newService: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nothing: 7,
} as const

export const actions = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  queryAsJson: 7,
  update: 9,
} as const

/** An argument that is an object of the workbook is `null` in `Arguments` and named by the id of its path. */
export interface ArgumentInfo {
  readonly Arguments?: readonly Json[]
  readonly ReferencedObjectPathIds?: readonly PathIds[]
}

export type PathIds = number | readonly PathIds[]

export interface QueryInfo {
  readonly Select?: readonly string[]
  readonly Expand?: readonly string[]
  readonly Top?: number
  readonly Skip?: number
}

export interface Action {
  readonly Id: number
  readonly ActionType: number
  readonly Name: string
  readonly ObjectPathId: number
  readonly ArgumentInfo?: ArgumentInfo
  readonly QueryInfo?: QueryInfo
  readonly ObjectState?: Readonly<Record<string, Json>>
}

export interface ObjectPath {
  readonly Id: number
  readonly ObjectPathType: number
  readonly Name: string
  readonly ParentObjectPathId: number
  readonly ArgumentInfo?: ArgumentInfo
}

export interface Batch {
  readonly Actions: readonly Action[]
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>
}

export interface ActionResult {
  readonly ActionId: number
  readonly Value: Json
}

export interface BatchFailure {
  readonly Code: string
  readonly Message: string
  readonly Location: string
  readonly ActionIndex: number
  readonly HttpStatusCode: number
}

export interface BatchAnswer {
  readonly Results: readonly ActionResult[]
  readonly Error?: BatchFailure
}

/** What Excel answers below the body of a batch when it takes none of it, with the code that office.js makes of each. */
export const refusals = {
  5004: { code: 'InvalidOperationInCellEditMode', message: 'Excel is in cell-editing mode.' },
  5012: { code: 'InvalidOrTimedOutSession', message: 'Your session has timed out.' },
  5102: { code: 'ActivityLimitReached', message: 'Activity limit has been reached.' },
  5103: { code: 'RequestPayloadSizeLimitExceeded', message: 'The request payload size has exceeded the limit.' },
  5104: { code: 'ResponsePayloadSizeLimitExceeded', message: 'The response payload size has exceeded the limit.' },
  7000: { code: 'AccessDenied', message: 'The add-in may not do this.' },
} as const

export type RefusalStatus = keyof typeof refusals
