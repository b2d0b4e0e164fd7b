import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { identify, type UnnamedRange } from '#core/dataset/identify'
import { settingsTables } from '#core/dataset/settings-tables'
import { tenDeals, tenDealStages } from '#core/metrics/examples/ten-deals'

const settingsTab = (...rows: Grid): UnnamedRange => ({
  name: 'SPM Settings',
  grid: [['section', 'key', 'value'], ...rows],
})
const choosing = (table: string, word: string | number): UnnamedRange => settingsTab(['tables', table, word])
const first: UnnamedRange = { name: 'book.xlsx#2025', tab: '2025', grid: tenDeals }
const second: UnnamedRange = { name: 'book.xlsx#Pipeline 2026', tab: 'Pipeline 2026', grid: tenDeals }

describe('section tables of SPM Settings', () => {
  test('chooses between ranges that each could be the table, by the name of the tab (A7)', () => {
    const { tables, questions, unrecognised } = identify([first, second, choosing('deals', 'pipeline 2026')])
    expect(tables.deals).toMatchObject({ name: 'book.xlsx#Pipeline 2026', grid: tenDeals })
    expect(questions).toEqual([])
    expect(unrecognised.map(({ name }) => name)).toEqual(['book.xlsx#2025'])
  })

  test('knows a table by its title, and a tab that is a number', () => {
    expect(identify([first, second, choosing('Opportunities', 2025)]).tables.deals?.name).toBe('book.xlsx#2025')
  })

  test('goes by the name of a range before that of its tab', () => {
    const table: UnnamedRange = { name: 'Deals', tab: 'Data', grid: tenDeals }
    const tab: UnnamedRange = { name: 'Other', tab: 'Deals', grid: tenDeals }
    expect(identify([tab, table, choosing('deals', 'Deals')]).tables.deals?.name).toBe('Deals')
  })

  test('takes a range that nothing marks as the table, with the mapping that the settings have', () => {
    const grid: Grid = [
      ['Nr', 'How far', 'How much'],
      ['1', 'Talks', 10],
    ]
    const settings = settingsTab(['tables', 'deals', 'Odd'], ['map', 'deals.stage', 'How far'])
    const { tables } = identify([{ name: 'Odd', grid }, settings])
    expect(tables.deals).toEqual({ name: 'Odd', grid, map: { stage: 'How far' } })
  })

  test('says that no range has the name, which one is meant perhaps, and takes no other', () => {
    const { tables, questions } = identify([
      second,
      { name: 'S', grid: tenDealStages },
      choosing('deals', 'Pipline 2026'),
    ])
    expect(tables).not.toHaveProperty('deals')
    expect(tables.stages?.name).toBe('S')
    expect(questions).toEqual([
      {
        tables: ['deals'],
        ranges: [],
        text: 'SPM Settings says that the table Opportunities is "Pipline 2026", but no range or tab has that name. Did you mean "Pipeline 2026"? Correct the row "tables, deals", or remove it.',
      },
    ])
  })

  test('asks which one is meant where several have the name', () => {
    const other = { ...second, name: 'other.xlsx#Pipeline 2026' }
    const { tables, questions } = identify([second, other, choosing('deals', 'Pipeline 2026')])
    expect(tables).not.toHaveProperty('deals')
    expect(questions[0]?.ranges).toEqual(['book.xlsx#Pipeline 2026', 'other.xlsx#Pipeline 2026'])
  })

  test('gives way to a table that is named with the question', () => {
    const named = { deals: { name: 'named.csv', grid: tenDeals } }
    const { tables, questions } = identify([choosing('deals', 'Nowhere')], {}, named)
    expect([tables.deals?.name, questions]).toEqual(['named.csv', []])
  })

  test('chooses nothing where the value is blank', () => {
    const { grid } = settingsTab(['tables', 'deals', null], ['settings', 'stale_days', 30])
    expect(settingsTables({ name: 'SPM Settings', grid })).toEqual({})
  })

  test.each([
    ['daels', 'SPM Settings names a range for the table "daels", which is not known. Did you mean "deals"?'],
    ['settings', 'SPM Settings names a range for the table "settings", which is not known.'],
  ])('refuses a choice for %s', (key, sentence) => {
    expect(() => identify([first, choosing(key, '2025')])).toThrow(sentence)
  })
})
