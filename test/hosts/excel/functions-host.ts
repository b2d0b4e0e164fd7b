import type { BatchHost, HostEvent, Refusal } from './transport.ts'

/** What a cell shows: a value, a spilled table, or an error with its sentence. */
export type Shown = { readonly value: unknown } | { readonly error: string; readonly message: string }

/** One use of a function in a cell. */
export interface Invocation {
  /** Everything that was shown, the latest last. */
  readonly shown: readonly Shown[]
  /** What is shown once `count` results came, the first by default. */
  after(count?: number): Promise<Shown>
  cancel(): void
}

/** An argument that names cells: the values as Excel hands them over, and where they stand. */
export interface RangeArgument {
  readonly values: readonly (readonly unknown[])[]
  readonly address: string
}

export const range = (address: string, values: RangeArgument['values']): RangeArgument => ({ address, values })

const isRange = (argument: unknown): argument is RangeArgument =>
  typeof argument === 'object' && argument !== null && 'address' in argument

const flags = { cancelable: 1, stream: 2, errors: 4 } as const

const call = 1000
const cancellation = 1001

/** Errors by the number that the library reports them with. */
const errorNames: Readonly<Record<number, string>> = { 1: '#N/A', 5: '#DIV/0!', 6: '#NUM!', 8: '#NULL!', 10: '#NAME?' }

interface Action {
  readonly Id: number
  readonly ActionType: number
  readonly Name: string
  readonly ObjectPathId: number
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] }
}

interface Batch {
  readonly Actions: readonly Action[]
  readonly ObjectPaths: Readonly<Record<string, { readonly ObjectPathType: number; readonly Name: string }>>
}

type ArrayResult = readonly [id: number, ok: boolean, value: unknown, ...rest: unknown[]]

const isErrorValue = (value: unknown): value is { readonly basicValue: string; readonly message?: string } =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'Error'

const shownBy = ([, ok, value, code]: ArrayResult): Shown => {
  if (!ok) return { error: errorNames[Number(code)] ?? '#VALUE!', message: String(value) }
  return isErrorValue(value) ? { error: value.basicValue, message: value.message ?? '' } : { value }
}

class Call implements Invocation {
  readonly shown: Shown[] = []
  private waiting: (() => void)[] = []

  constructor(readonly cancel: () => void) {}

  show(shown: Shown): void {
    this.shown.push(shown)
    for (const wake of this.waiting.splice(0)) wake()
  }

  async after(count = 1): Promise<Shown> {
    while (this.shown.length < count)
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve)
      })
    return this.shown.at(-1) as Shown
  }
}

/** What the library asks of Excel about itself, such as the visibility of the page, and not of the workbook. */
const isForService = ({ ObjectPaths }: Batch): boolean =>
  Object.values(ObjectPaths).some(
    ({ ObjectPathType, Name }) =>
      ObjectPathType === 2 && /^Microsoft\.(ExcelServices\.CustomFunctions|InternalService\.)/.test(Name),
  )

const nothing: BatchHost = {
  execute: () => JSON.stringify({ Results: [] }),
  deliverTo: () => undefined,
}

/** How a blank cell reaches a function: Excel on the desktop says 0, Excel on the web null. */
export type BlankArgument = 0 | null

/**
 * The part of Excel that calls custom functions and shows what they give. Batches that are not about functions go to
 * the workbook.
 */
export class FunctionsHost implements BatchHost {
  /** Requests in which results came. */
  resultRequests = 0
  private readonly calls = new Map<number, Call>()
  private deliver: (events: readonly HostEvent[]) => void = () => undefined
  private isReady: () => void = () => undefined
  /** Settled once the library is ready to be called. */
  readonly ready = new Promise<void>((resolve) => {
    this.isReady = resolve
  })

  constructor(
    private readonly workbook: BatchHost = nothing,
    readonly blank: BlankArgument = 0,
    /** Whether an argument of a function is a matrix, by its place; then one cell comes as a matrix too. */
    private readonly isMatrix: (id: string, place: number) => boolean = () => false,
  ) {}

  deliverTo(deliver: (events: readonly HostEvent[]) => void): void {
    this.deliver = deliver
    this.workbook.deliverTo(deliver)
  }

  execute(text: string): string | Refusal {
    const batch = JSON.parse(text) as Batch
    if (!isForService(batch)) return this.workbook.execute(text)
    const results = batch.Actions.map((action) => ({ ActionId: action.Id, Value: this.perform(action) }))
    return JSON.stringify({ Results: results })
  }

  /** Calls a function with each of these lists of arguments, in one message, as a recalculation does. */
  call(id: string, ...argumentLists: readonly (readonly unknown[])[]): readonly Invocation[] {
    const made = argumentLists.map((given) => {
      const number = this.calls.size + 1
      const invocation = new Call(() => {
        this.deliver([[1, cancellation, '', JSON.stringify({ invocationId: number }), number]])
      })
      this.calls.set(number, invocation)
      return { invocation, event: this.eventOf(number, id, given) }
    })
    this.deliver(made.map(({ event }) => event))
    return made.map(({ invocation }) => invocation)
  }

  private eventOf(number: number, id: string, given: readonly unknown[]): HostEvent {
    const values = given.map((argument, place) => this.handedOver(argument, this.isMatrix(id, place)))
    const addresses = given.map((argument) => (isRange(argument) ? argument.address : null))
    const all = flags.cancelable | flags.stream | flags.errors
    return [1, call, '', JSON.stringify([number, id, values, null, all, addresses]), number]
  }

  /** Blanks come as this Excel says them; one cell comes bare, but where the function asks for a matrix. */
  private handedOver(argument: unknown, isMatrix: boolean): unknown {
    if (!isRange(argument)) return isMatrix && argument !== undefined ? [[argument]] : (argument ?? null)
    const filled = argument.values.map((row) => row.map((cell) => cell ?? this.blank))
    return !isMatrix && filled.length === 1 && filled[0]?.length === 1 ? filled[0][0] : filled
  }

  private perform({ ActionType, Name, ArgumentInfo }: Action): unknown {
    if (ActionType !== 3) return {}
    if (Name === '_SetOsfControlContainerReadyForCustomFunctions') this.isReady()
    if (Name === '_GetEnabledFeatures') return []
    if (Name !== 'SetInvocationArrayResults') return null
    this.resultRequests += 1
    for (const result of (ArgumentInfo?.Arguments?.[0] ?? []) as readonly ArrayResult[])
      this.calls.get(result[0])?.show(shownBy(result))
    return null
  }
}
