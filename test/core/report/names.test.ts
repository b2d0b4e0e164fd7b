import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { tabName, tableName } from '#core/report/names'

describe('tabName', () => {
  test('pack, scope, part', () => {
    expect(tabName('TEAM', 'North', '1 Forecast')).toBe('TEAM North · 1 Forecast')
    expect(tabName('TEAM', null, '1 Forecast')).toBe('TEAM · 1 Forecast')
  })

  test('a long scope is cut, with a code that keeps two scopes apart', () => {
    const one = tabName('TEAM', 'Northern and Western Europe', '6 Deal review')
    const two = tabName('TEAM', 'Northern and Western Africa', '6 Deal review')
    expect(one).not.toBe(two)
    expect(one).toMatch(/6 Deal review$/)
  })

  test('never longer than 31 characters, never with a character that spreadsheets refuse (seed 3)', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (scope) => {
        const name = tabName('TEAM', scope, '6 Deal review')
        expect(name.length).toBeLessThanOrEqual(31)
        expect(name).not.toMatch(/[:\\/?*[\]']/)
      }),
      { seed: 3, numRuns: 500 },
    )
  })
})

describe('tableName', () => {
  test('holds letters, digits and underscores only', () => {
    expect(tableName('TEAM', 'Nørth & South', 'topDeals')).toMatch(/^SPM_TEAM_[A-Za-z0-9]+_topDeals$/)
    expect(tableName('TEAM', '北', 'topDeals')).toMatch(/^SPM_TEAM_[A-Za-z0-9]+_topDeals$/)
    expect(tableName('TEAM', null, 'topDeals')).toBe('SPM_TEAM_topDeals')
    expect(tableName('TEAM', 'North', 'topDeals')).toBe('SPM_TEAM_North_topDeals')
  })

  test.each([
    ['O Neil', 'ONeil'],
    ['Nørth', 'Nrth'],
    ['Northern and Western Europe', 'Northern and Western Europa'],
    ['Region=Nordics', 'RegionNordics'],
  ])('%s and %s have tables of their own', (one, two) => {
    expect(tableName('TEAM', one, 'topDeals')).not.toBe(tableName('TEAM', two, 'topDeals'))
  })
})
