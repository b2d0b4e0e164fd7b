import * as z from 'zod/mini'

/** A pack as it was asked for; empty texts are everybody and today. */
export interface PackChoice {
  readonly pack: string
  readonly scope: string
  /** `2026-03-31`. */
  readonly asOf: string
}

/** What the panel remembers in the workbook. */
export interface Memory {
  /** Whether the first card was answered or put away. */
  readonly welcomed: boolean
  readonly last: PackChoice | null
  /** The last run that can be undone. */
  readonly run: { readonly id: string; readonly title: string } | null
}

export const nothingRemembered: Memory = { welcomed: false, last: null, run: null }

const shape = z.object({
  welcomed: z.boolean(),
  last: z.nullable(z.object({ pack: z.string(), scope: z.string(), asOf: z.string() })),
  run: z.nullable(z.object({ id: z.string(), title: z.string() })),
})

/** Reads what was remembered; text that nobody of ours wrote counts as nothing. */
export const readMemory = (text: string | null): Memory => {
  if (text === null) return nothingRemembered
  try {
    const read = shape.safeParse(JSON.parse(text))
    return read.success ? read.data : nothingRemembered
  } catch {
    return nothingRemembered
  }
}

export const writeMemory = (memory: Memory): string => JSON.stringify(memory)
