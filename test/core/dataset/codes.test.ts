import { describe, expect, test } from '@jest/globals'
import { capacityOf, numbered, roomFor, widened } from '#core/dataset/codes'

describe('roomFor', () => {
  test.each([
    [1, 1],
    [256, 1],
    [257, 2],
    [65_536, 2],
    [65_537, 4],
  ])('%i labels take %i bytes a row', (labels, bytes) => {
    const room = roomFor(labels, 3)
    expect([room.BYTES_PER_ELEMENT, [...room]]).toEqual([bytes, [0, 0, 0]])
  })
})

test('capacityOf tells how many labels the bytes tell apart', () => {
  expect([1, 257, 65_537].map((labels) => capacityOf(roomFor(labels, 0)))).toEqual([256, 65_536, 4_294_967_296])
})

test('widened keeps the codes and gives them room', () => {
  const wider = widened(Uint8Array.of(3, 255, 0), 300)
  expect([wider.BYTES_PER_ELEMENT, [...wider]]).toEqual([2, [3, 255, 0]])
})

test('numbered gives for every row the number of its code, beyond the bytes of the codes', () => {
  const numbers = numbered(Uint8Array.of(1, 0, 1), [70_000, 7])
  expect([...numbers]).toEqual([7, 70_000, 7])
})
