import { notWorkedOut, type Fact, type FactKind } from './facts.ts'

/** Where two workbooks look different. */
export interface Difference {
  readonly tab: string
  readonly kind: FactKind
  readonly where: string
  /** `null` where there is nothing of the kind. */
  readonly expected: string | null
  readonly found: string | null
  /** The name in docs/substitutes.md of what a host does instead; `null` for what nobody allows. */
  readonly substitute: string | null
}

export interface Substitute {
  /** As in docs/substitutes.md. */
  readonly name: string
  readonly covers: (difference: Difference) => boolean
}

const keyOf = ({ tab, kind, where }: Fact): string => JSON.stringify([tab.toLowerCase(), kind, where])

const waiting = JSON.stringify(notWorkedOut)

const isSame = (expected: string | undefined, found: string | undefined): boolean =>
  expected === found || (expected !== undefined && found !== undefined && [expected, found].includes(waiting))

const byKey = (facts: readonly Fact[]): ReadonlyMap<string, Fact> => new Map(facts.map((fact) => [keyOf(fact), fact]))

/** What stands on one side only, or differently on the other. */
const deviation = (expected: Fact | undefined, found: Fact | undefined): Omit<Difference, 'substitute'> | null => {
  const fact = expected ?? found
  if (fact === undefined || isSame(expected?.is, found?.is)) return null
  const { tab, kind, where } = fact
  return { tab, kind, where, expected: expected?.is ?? null, found: found?.is ?? null }
}

/**
 * The deviations of what was found from what was expected; both as `lookAt` gives them. A value that a program without
 * calculation has not worked out is no deviation where the formula is the same.
 */
export const differences = (
  expected: readonly Fact[],
  found: readonly Fact[],
  substitutes: readonly Substitute[] = [],
): readonly Difference[] => {
  const [before, after] = [byKey(expected), byKey(found)]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const bare = deviation(before.get(key), after.get(key))
    if (bare === null) return []
    const substitute = substitutes.find(({ covers }) => covers({ ...bare, substitute: null }))?.name ?? null
    return [{ ...bare, substitute }]
  })
}

const shown = (value: string | null): string => value ?? 'nothing'

/** One sentence each, for people who read a failing test. */
export const sentences = (list: readonly Difference[]): readonly string[] =>
  list.map(
    ({ tab, kind, where, expected, found }) =>
      `Tab "${tab}", ${kind} ${where}: expected ${shown(expected)}, found ${shown(found)}`,
  )
