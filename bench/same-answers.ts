import { questions, type Answers, type QuestionName } from './questions.ts'

type AnyRow = Readonly<Record<string, string | number>>

const tolerance = 1e-9

export type Comparison =
  | { readonly same: true }
  /** The first figure that differs, in words. */
  | { readonly same: false; readonly difference: string }

/** Compares every figure of two sets of answers: counts exactly, sums to 1e-9 of their size. */
export const sameAnswers = (expected: Answers, found: Answers): Comparison => {
  for (const question of names) {
    const difference = differenceIn(question, expected[question], found[question])
    if (difference !== null) return { same: false, difference }
  }
  return { same: true }
}

const names = Object.keys(questions) as readonly QuestionName[]

const differenceIn = (question: QuestionName, expected: readonly AnyRow[], found: readonly AnyRow[]): string | null => {
  const { keys, counts, sums } = questions[question]
  const keyOf = (row: AnyRow): string => keys.map((key) => row[key]).join(' · ')
  const rows = new Map(found.map((row) => [keyOf(row), row]))
  if (rows.size !== found.length) return `${question}: ${found.length} rows have only ${rows.size} keys`
  for (const row of expected) {
    const other = rows.get(keyOf(row))
    if (other === undefined) return `${question}, ${keyOf(row)}: the row is missing`
    for (const figure of [...counts, ...sums]) {
      const [a, b] = [row[figure], other[figure]]
      const exact = counts.some((count) => count === figure)
      if (!(exact ? a === b : isClose(a, b))) return `${question}, ${keyOf(row)}: ${figure} ${b} instead of ${a}`
    }
  }
  return rows.size === expected.length ? null : `${question}: ${rows.size} rows instead of ${expected.length}`
}

const isClose = (a: unknown, b: unknown): boolean =>
  typeof a === 'number' &&
  typeof b === 'number' &&
  (Object.is(a, b) || Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b)))
