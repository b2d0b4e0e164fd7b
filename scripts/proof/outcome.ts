/** One line of evidence. */
export interface Outcome {
  readonly name: string
  readonly value: string
  readonly state: 'holds' | 'falls short' | 'not run'
}

const holds = (name: string, value: string): Outcome => ({ name, value, state: 'holds' })
export const fallsShort = (name: string, value: string): Outcome => ({ name, value, state: 'falls short' })
export const notRun = (name: string, why: string): Outcome => ({
  name,
  value: `not run here: ${why}`,
  state: 'not run',
})

/** Holds when the figure is the expected one to the given number of decimals. */
export const figure = (name: string, actual: unknown, expected: number, digits = 4): Outcome => {
  const shown = typeof actual === 'number' ? actual.toFixed(digits) : String(actual)
  return shown === expected.toFixed(digits)
    ? holds(name, shown)
    : fallsShort(name, `${shown}, expected ${expected.toFixed(digits)}`)
}

export const claim = (name: string, isTrue: boolean, value: string): Outcome =>
  isTrue ? holds(name, value) : fallsShort(name, value)

export type Proof = () => AsyncGenerator<Outcome>

/** The proofs of a topic, by the name under which each can be run alone. */
export type Topic = Readonly<Record<string, Proof>>
