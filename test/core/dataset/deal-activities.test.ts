import { describe, expect, test } from '@jest/globals'
import type { Cell, Grid } from '#core/cells/grid'
import { openDataset } from '#core/dataset/dataset'
import { dealActivities } from '#core/dataset/deal-activities'

const asOf = 45382

const header = ['Deal ID', 'Date', 'Owner', 'Type', 'Status']
const activity = (day: number, status: Cell = null, type = 'Call', deal: Cell = 'A'): Cell[] => [
  deal,
  day,
  'Ann',
  type,
  status,
]

const ofDeal = (rows: readonly Cell[][], setting = '') => {
  const deals: Grid = [
    ['Deal ID', 'Status'],
    ['B', 'open'],
    ['A', 'open'],
  ]
  const data = openDataset({
    tables: { deals: { name: 'Deals', grid: deals }, activities: { name: 'Activities', grid: [header, ...rows] } },
    today: asOf,
  })
  const column = <F extends 'date' | 'deal_id'>(field: F) => {
    const found = data.column('activities', field)
    if (found === null) throw new Error(`no ${field}`)
    return found
  }
  const ids = data.column('deals', 'deal_id')
  if (ids === null) throw new Error('no IDs')
  const linked = dealActivities(
    {
      rows: data.rows('activities'),
      date: column('date'),
      deal_id: column('deal_id'),
      type: data.column('activities', 'type'),
      class: null,
      done: null,
      status_text: data.column('activities', 'status_text'),
      cancelled: null,
    },
    ids,
    asOf,
    setting,
  )
  return { last: linked.last(1), next: linked.next(1), ofB: [linked.last(0), linked.next(0)] }
}

describe('dealActivities', () => {
  test('gives the latest that is over and the soonest that is planned, by the ID of the deal', () => {
    const rows = [-9, -3, -30, 20, 5, 40].map((days) => activity(asOf + days))
    expect(ofDeal(rows)).toEqual({ last: asOf - 3, next: asOf + 5, ofB: [NaN, NaN] })
  })

  test('an activity today that says nothing is both done and planned; its status decides', () => {
    expect(ofDeal([activity(asOf + 0.5)])).toMatchObject({ last: asOf, next: asOf })
    expect(ofDeal([activity(asOf, 'Completed')])).toMatchObject({ last: asOf, next: NaN })
    expect(ofDeal([activity(asOf, 'Open')])).toMatchObject({ last: NaN, next: asOf })
  })

  test('what is still open in the past was not done, what was done in the future is not planned', () => {
    expect(ofDeal([activity(asOf - 5, 'Open'), activity(asOf + 5, 'Done')])).toMatchObject({ last: NaN, next: NaN })
  })

  test('cancelled activities and those of a system do not count', () => {
    const rows = [
      activity(asOf - 1, 'Cancelled'),
      activity(asOf + 1, 'Cancelled'),
      activity(asOf - 2, null, 'Workflow'),
      activity(asOf + 2, null, 'Robot'),
    ]
    expect(ofDeal(rows, 'Robot=system')).toMatchObject({ last: NaN, next: NaN })
    expect(ofDeal(rows)).toMatchObject({ last: NaN, next: asOf + 2 })
  })

  test('activities of no deal, of an unknown deal and without a day are passed over', () => {
    const rows = [
      activity(asOf - 1, null, 'Call', null),
      activity(asOf - 1, null, 'Call', 'Z'),
      ['A', null, 'Ann', 'Call', null],
    ]
    expect(ofDeal(rows)).toEqual({ last: NaN, next: NaN, ofB: [NaN, NaN] })
  })
})
