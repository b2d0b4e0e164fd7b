import { describe, expect, test } from '@jest/globals'
import { numberAccounts } from '#core/dataset/account-numbers'
import { Texts } from '#core/dataset/columns'

const texts = (...cells: readonly string[]): Texts => {
  const labels = ['', ...new Set(cells.filter((cell) => cell !== ''))]
  return new Texts(
    Uint32Array.from(cells, (cell) => labels.indexOf(cell)),
    labels,
  )
}

const numbers = (ids: Texts | null, names: Texts | null, rows: number): readonly number[] => [
  ...numberAccounts({ account_id: ids, account: names }, rows).of,
]

describe('numberAccounts', () => {
  test('goes by ID, and takes a name that stands beside an ID for that customer', () => {
    const [a, b, c, d, e] = numbers(texts('1', '2', '1', '', ''), texts('Acme', 'Acme', '', 'ACME ', 'Bolt'), 5)
    expect([a === c, a === b, a === d, e === a || e === b]).toEqual([true, false, true, false])
  })

  test('goes by name whatever its spelling where there are no IDs', () => {
    const [a, b, c] = numbers(null, texts('Élan', 'elan', 'Other'), 3)
    expect([a === b, a === c]).toEqual([true, false])
  })

  test('rows that name no customer have the number 0, and every other number is below the size', () => {
    const { of, size } = numberAccounts({ account_id: texts('', 'x'), account: texts('', 'Y') }, 2)
    expect([of[0], (of[1] ?? 0) > 0, (of[1] ?? 0) < size]).toEqual([0, true, true])
    expect(numbers(null, null, 2)).toEqual([0, 0])
  })
})
