import { describe, expect, test } from '@jest/globals'
import { readClosing, type ClosingColumns } from '#core/dataset/closing-day'
import { numbersOf, statusesOf } from './in-columns.ts'

const closing = (given: Partial<ClosingColumns>): readonly number[] | null => {
  const nothing = { closeDate: null, closedAt: null, wonTime: null, lostTime: null }
  const column = readClosing({ rows: 3, status: statusesOf('won', 'lost', 'open'), ...nothing, ...given })
  return column === null ? null : [...column.values]
}

describe('readClosing (D4)', () => {
  const closeDate = numbersOf(45100, 45101, 45102)

  test('the close date counts where nothing says when it was closed', () => {
    expect(closing({ closeDate })).toEqual([45100, 45101, 45102])
    expect(closing({ closeDate, closedAt: numbersOf(null, null, null) })).toEqual([45100, 45101, 45102])
  })

  test('closed at counts for closed deals alone', () => {
    expect(closing({ closeDate, closedAt: numbersOf(45000, 45001, 45002) })).toEqual([45000, 45001, 45102])
  })

  test('won time counts for won deals and lost time for lost ones, before closed at', () => {
    const [wonTime, lostTime] = [numbersOf(44000, 44001, 44002), numbersOf(43000, null, 43002)]
    expect(closing({ closeDate, wonTime, lostTime })).toEqual([44000, 45101, 45102])
    expect(closing({ wonTime, lostTime, closedAt: numbersOf(1000, 1001, 1002) })).toEqual([44000, 1001, NaN])
  })

  test('a deal on hold is not closed (D3)', () => {
    const status = statusesOf('onhold', 'onhold', 'onhold')
    expect(closing({ status, closeDate, closedAt: numbersOf(1000, 1001, 1002) })).toEqual([45100, 45101, 45102])
  })

  test('it is a day, without the time', () => {
    expect(closing({ closedAt: numbersOf(45000.99, 45001.01, null) })).toEqual([45000, 45001, NaN])
  })

  test('without any of the columns there is none', () => {
    expect(closing({})).toBeNull()
  })
})
