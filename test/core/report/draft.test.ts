import { describe, expect, test } from '@jest/globals'
import { line, startDraft } from '#core/report/draft'

describe('a draft', () => {
  test('collects instructions in order, each for its tab', () => {
    const draft = startDraft('One')
    draft.write({ row: 0, column: 0 }, [['Title']])
    draft.style(line(0, 3), 'title')
    draft.format(line(1, 1, 2), 'money')
    expect(draft.instructions).toEqual([
      { do: 'values', tab: 'One', at: { row: 0, column: 0 }, values: [['Title']] },
      { do: 'style', tab: 'One', area: { row: 0, column: 0, rows: 1, columns: 3 }, style: 'title' },
      { do: 'format', tab: 'One', area: { row: 1, column: 2, rows: 1, columns: 1 }, format: 'money' },
    ])
  })

  test('a column is as wide as the widest that was asked for', () => {
    const draft = startDraft('One')
    draft.widen(2, 14)
    draft.widen(2, 10)
    draft.widen(0, 20)
    expect(draft.widths).toEqual([20, 0, 14])
  })

  test('tells what it hears for the first time', () => {
    const draft = startDraft('One')
    expect(['a', 'b', 'a'].map((text) => draft.once(text))).toEqual([true, true, false])
    expect(startDraft('Two').once('a')).toBe(true)
  })
})
