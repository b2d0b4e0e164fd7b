import { expect, test } from '@jest/globals'
import { Numbers, Texts } from '#core/dataset/columns'
import { firstChangeAfter, lastChangeBy } from '#core/dataset/stage-changes'

/** Deal A: changes on day 10 at noon, day 12, day 10 at noon again; deal B: on day 11; a row without a day. */
const changes = {
  rows: 5,
  deal_id: new Texts(Uint32Array.from([1, 1, 1, 2, 2]), ['', 'A', 'B', 'C']),
  changed_at: new Numbers(Float64Array.from([10.5, 12, 10.5, 11, NaN])),
}

test('lastChangeBy takes the last change up to the end of the day, of equal moments the lower row', () => {
  expect([...lastChangeBy(changes, 9)]).toEqual([-1, -1, -1, -1])
  expect([...lastChangeBy(changes, 10)]).toEqual([-1, 2, -1, -1])
  expect([...lastChangeBy(changes, 12)]).toEqual([-1, 1, 3, -1])
})

test('firstChangeAfter takes the first change after the end of the day', () => {
  expect([...firstChangeAfter(changes, 9)]).toEqual([-1, 0, 3, -1])
  expect([...firstChangeAfter(changes, 10)]).toEqual([-1, 1, 3, -1])
  expect([...firstChangeAfter(changes, 12)]).toEqual([-1, -1, -1, -1])
})
