import { describe, expect, test } from '@jest/globals'
import type { Book, TabThere } from '#excel-addin/report/look-at-book.ts'
import { planWrite } from '#excel-addin/report/plan-write.ts'
import { readRecords, recordXml, type TabRecord } from '#excel-addin/report/records.ts'

const cover = 'TEAM · 0 Cover'
const forecast = 'TEAM · 1 Forecast'

const recordFor = (tab: string): TabRecord => {
  const [record] = readRecords([{ id: tab, xml: recordXml(tab, tab, []) }])
  if (record === undefined) throw new Error('No record.')
  return record
}

const there = (name: string, isOurs: boolean, isProtected = false): TabThere => ({
  sheet: { id: name, name },
  record: isOurs ? recordFor(name) : null,
  isProtected,
  objects: { tables: [], charts: 0, comments: [] },
})

const book = (tabs: readonly TabThere[], more: Partial<Book> = {}): Book => ({
  sheets: tabs.map(({ sheet }) => sheet),
  records: tabs.flatMap(({ record }) => record ?? []),
  tabs: new Map(tabs.map((tab) => [tab.sheet.name.toLowerCase(), tab])),
  tables: [],
  structureProtected: false,
  ...more,
})

describe('the plan of a write', () => {
  test('says which tabs are new and which are written over', () => {
    expect(planWrite(book([there(cover, true)]), [cover, forecast])).toEqual({
      tabs: [
        { tab: cover, state: 'rewritten' },
        { tab: forecast, state: 'new' },
      ],
      leftOver: [],
      obstacles: [],
    })
  })

  test('a tab of that name that we did not make stands in the way, also with other capitals', () => {
    const { obstacles } = planWrite(book([there(cover.toUpperCase(), false)]), [cover])
    expect(obstacles).toEqual([
      'The tab "TEAM · 0 COVER" was not made by SPM, so it is not written over: rename it, then try again.',
    ])
  })

  test('so do protected tabs, a protected workbook, and a table of somebody else with our name', () => {
    const mine = there(forecast, true, true)
    const tables = [
      { name: 'spm_team_all', tab: 'Notes' },
      { name: 'SPM_TEAM_own', tab: forecast },
    ]
    const plan = planWrite(
      book([mine], { structureProtected: true, tables }),
      [cover, forecast],
      ['SPM_TEAM_all', 'SPM_TEAM_own'],
    )
    expect(plan.obstacles).toHaveLength(3)
    expect(plan.obstacles.join(' ')).toMatch(/protected.*protected against new tabs.*"spm_team_all" on tab "Notes"/)
  })

  test('names our tabs of an earlier pack that the new one does not have; tabs of other scopes and people are none', () => {
    const tabs = [
      there(cover, true),
      there('TEAM · 4 Long term', true),
      there('TEAM North · 0 Cover', true),
      there('TEAM · mine', false),
    ]
    expect(planWrite(book(tabs), [cover]).leftOver).toEqual(['TEAM · 4 Long term'])
  })
})
