/** How a value of the model reads. */
export type Unit = 'money' | 'share' | 'number' | 'days' | 'months' | 'hours'

export interface Parameter {
  /** As in the table Params. */
  readonly key: string
  /** In formulas and in the literature. */
  readonly symbol: string
  readonly label: string
  readonly unit: Unit
  /** Of the whole model, or of each segment; a segment without a value of its own has that of the model. */
  readonly level: 'model' | 'segment'
  /** Where it is not given; `null`: then what needs it has no answer. */
  readonly fallback: number | null
  /** Bounds of what it can be, and of a solution. */
  readonly lower: number
  readonly upper: number
  readonly about: string
}

/** No amount of money is larger. */
export const anyAmount = 1e15
/** A share that something is divided by, and so never 0. */
export const someShare = { unit: 'share', lower: 1e-6, upper: 1 } as const

/** A parameter that keeps the type of its own name. */
export const one = <const K extends string>(key: K, rest: Omit<Parameter, 'key'>): Parameter & { readonly key: K } => ({
  key,
  ...rest,
})

/** An amount of money. */
export const money = (upper = anyAmount) => ({ unit: 'money', lower: 0, upper }) as const
/** A number of things. */
export const count = (lower = 0, upper = 1e9) => ({ unit: 'number', lower, upper }) as const
