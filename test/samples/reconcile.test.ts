import { describe, expect, test } from '@jest/globals'
import { dayOf } from '#core/cells/day'
import { sampleFrom } from '#samples/sample'
import { sampleSheets } from '#samples/tabs'
import { groupBy, rowsIn, sheetNamed, sum, type SheetRow } from './sheet-rows.ts'

const sheets = sampleSheets(sampleFrom())
const rows = (tab: string): readonly SheetRow[] => rowsIn(sheetNamed(sheets, tab))
const dealId = (row: SheetRow): string => row.text('Deal ID')

const deals = rows('Deals')
const dealRows = groupBy(deals, dealId)
const snapshots = rows('Snapshots')
const changes = groupBy(rows('StageHistory'), dealId)
const stages = rows('Stages')

/** The stage under its present name; deals have a trailing space here and there. */
const stageIn = (row: SheetRow, header: string): string => {
  const written = row.text(header).trim()
  return stages.find((stage) => stage.text('Alias') === written)?.text('Stage') ?? written
}

const amountOf = (id: string): number | null => {
  const lines = dealRows.get(id) ?? []
  return lines.every((line) => line.isBlank('Amount')) ? null : sum(lines.map((line) => line.number('Amount')))
}

const first = (id: string): SheetRow => {
  const row = dealRows.get(id)?.[0]
  if (row === undefined) throw new Error(`No deal ${id}`)
  return row
}

const lastChange = (id: string, day = Infinity): SheetRow | undefined =>
  changes
    .get(id)
    ?.filter((change) => change.number('Changed At') <= day)
    .at(-1)

const isOpenStage = (stage: string): boolean => stage !== 'Won' && stage !== 'Lost'

describe('stage history of the sample', () => {
  test('every deal has one, and its last stage is the stage of the deal', () => {
    const differing = [...dealRows.keys()].filter((id) => {
      const change = lastChange(id)
      return change === undefined || stageIn(change, 'To Stage') !== stageIn(first(id), 'Stage')
    })
    expect(differing).toEqual([])
    expect(changes.size).toBe(dealRows.size)
  })

  test('each change begins where the one before ended, in order of day', () => {
    for (const [id, own] of changes)
      own.forEach((change, i) => {
        const before = own[i - 1]
        expect([id, change.text('From Stage')]).toEqual([id, before?.text('To Stage') ?? ''])
        if (before !== undefined) expect(change.number('Changed At')).toBeGreaterThan(before.number('Changed At'))
      })
  })

  test('the last change is when the deal was closed, and the last stage change of the deal', () => {
    for (const [id] of dealRows) {
      const deal = first(id)
      expect([id, lastChange(id)?.cell('Changed At')]).toEqual([id, deal.cell('Last Stage Change')])
      if (deal.text('Status') !== 'open') expect(deal.cell('Closed At')).toBe(deal.cell('Last Stage Change'))
    }
  })

  test('the first change is the creation, but for the four deals with a wrong creation date', () => {
    const wrong = [...dealRows.keys()].filter(
      (id) => changes.get(id)?.[0]?.cell('Changed At') !== first(id).cell('Created'),
    )
    expect(wrong).toHaveLength(4)
  })
})

describe('snapshots of the sample', () => {
  const byDay = groupBy(snapshots, (row) => row.number('Snapshot At'))
  const days = [...byDay.keys()]
  const lastDay = dayOf(2026, 11, 1)

  test('thirteen starts of a month and the last weekly meeting', () => {
    const starts = Array.from({ length: 13 }, (_, i) => dayOf(2025, 11 + i, 1))
    expect(days).toEqual([...starts, dayOf(2026, 10, 26)].sort((a, b) => a - b))
    expect(new Set(byDay.get(dayOf(2026, 10, 26))?.map((row) => row.text('Kind')))).toEqual(new Set(['weekly']))
  })

  test('the last one equals the deals, field by field', () => {
    const same = [
      'Name',
      'Account',
      'Owner',
      'Team',
      'Pipeline',
      'Status',
      'Currency',
      'Probability',
      'Forecast Category',
    ]
    const fields = [...same, 'Created', 'Close Date', 'Last Modified', 'Product', 'Segment']
    for (const row of byDay.get(lastDay) ?? []) {
      const id = dealId(row)
      const now = fields.map((field) => first(id).cell(field))
      expect([id, ...fields.map((field) => row.cell(field))]).toEqual([id, ...now])
      expect(row.text('Stage')).toBe(stageIn(first(id), 'Stage'))
      expect(row.cell('Amount')).toBe(amountOf(id))
    }
  })

  test('the last one holds every open deal', () => {
    const open = [...dealRows.keys()].filter((id) => first(id).text('Status') === 'open')
    const held = (byDay.get(lastDay) ?? []).filter((row) => row.text('Status') === 'open').map(dealId)
    expect(new Set(held)).toEqual(new Set(open))
  })

  test.each(days.map((day, i) => ({ day, previous: days[i - 1] ?? dayOf(2025, 10, 1) })))(
    'that of day $day agrees with the history: open deals, and those closed since day $previous',
    ({ day, previous }) => {
      const expected = [...changes.keys()].flatMap((id) => {
        const change = lastChange(id, day)
        if (change === undefined) return []
        const stage = stageIn(change, 'To Stage')
        return isOpenStage(stage) || change.number('Changed At') >= previous ? [`${id} ${stage}`] : []
      })
      const held = (byDay.get(day) ?? []).map((row) => `${dealId(row)} ${row.text('Stage')}`)
      expect([...held].sort()).toEqual([...expected].sort())
    },
  )
})

describe('what belongs to the deals', () => {
  test('the highest version of an offer has the amount and the status of its deal', () => {
    const offers = groupBy(rows('Offers'), (row) => row.text('Offer ID'))
    expect(offers.size).toBeGreaterThan(700)
    for (const versions of offers.values()) {
      const last = versions.reduce((best, next) => (next.number('Version') > best.number('Version') ? next : best))
      expect([dealId(last), last.cell('Amount')]).toEqual([dealId(last), amountOf(dealId(last))])
      expect(last.text('Status')).toBe(first(dealId(last)).text('Status'))
    }
  })

  test('the lines of each deal won add up to its amount, list amount and cost', () => {
    for (const [id, lines] of groupBy(rows('Lines'), dealId)) {
      const total = (price: string): number => sum(lines.map((line) => line.number('Qty') * line.number(price)))
      expect(total('Net Price')).toBeCloseTo(amountOf(id) ?? NaN, 6)
      expect(total('List Price')).toBeCloseTo(first(id).number('List Amount'), -0.5)
      expect(total('Unit Cost')).toBeCloseTo(first(id).number('Cost'), -0.5)
    }
  })

  test('the last and the next activity of a deal are in the activities', () => {
    const own = groupBy(rows('Activities'), dealId)
    for (const id of dealRows.keys()) {
      const held = (own.get(id) ?? []).filter((each) => each.cell('Done') === true && each.text('Class') !== 'system')
      const last = held.length === 0 ? null : Math.max(...held.map((each) => each.number('Date')))
      expect([id, first(id).cell('Last Activity')]).toEqual([id, last])
    }
  })

  test('sales of a customer are the deals won with it', () => {
    const won = groupBy(
      deals.filter((deal) => deal.text('Status') === 'won'),
      (deal) => deal.text('Account ID'),
    )
    const sales = (account: string, from: number, before: number): number =>
      sum(
        (won.get(account) ?? [])
          .filter((deal) => deal.number('Closed At') >= from && deal.number('Closed At') < before)
          .map((deal) => deal.number('Amount')),
      )
    for (const customer of rows('Customers')) {
      const account = customer.text('Account ID')
      expect(customer.cell('Sales Prev')).toBe(sales(account, dayOf(2025, 1, 1), dayOf(2026, 1, 1)))
      expect(customer.cell('Sales YTD')).toBe(sales(account, dayOf(2026, 1, 1), dayOf(2026, 11, 2)))
    }
  })

  test('every owner is a person, by name or by another spelling', () => {
    const people = rows('People')
    const known = new Set(people.flatMap((row) => [row.text('Person'), ...row.text('Alias').split('; ')]))
    const owners = ['Deals', 'Snapshots', 'Activities', 'Offers', 'Targets', 'Customers'].flatMap((tab) =>
      rows(tab).map((row) => row.text('Owner')),
    )
    expect([...new Set(owners)].filter((owner) => !known.has(owner))).toEqual([])
  })

  test('nobody does anything before the first or after the last day in the job', () => {
    const people = new Map(rows('People').map((row) => [row.text('Person'), row]))
    const outside = rows('Activities').filter((activity) => {
      const person = people.get(activity.text('Owner'))
      const end = person?.isBlank('End') === false ? person.number('End') : Infinity
      return person === undefined || activity.number('Date') < person.number('Start') || activity.number('Date') > end
    })
    expect(outside.map((each) => `${each.text('Owner')} ${each.text('Date')}`)).toEqual([])
  })
})
