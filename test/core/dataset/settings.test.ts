import { describe, expect, test } from '@jest/globals'
import { readSetting, readSettings, settingKeys, settingsSchema } from '#core/dataset/settings'

describe('defaults', () => {
  const defaults = readSettings({})

  test.each(settingKeys)('the default of %s is a value that it can have', (key) => {
    const schema = settingsSchema[key]
    expect(defaults[key]).toBe(schema.default)
    if (schema.default !== '') expect(readSetting(key, schema.default)).toBe(schema.default)
    expect(typeof schema.default).toBe(schema.type === 'number' ? 'number' : 'string')
  })

  test.each(settingKeys)('%s says what it is, in a sentence', (key) => {
    expect(settingsSchema[key].about).toMatch(/^[A-Z].*[.`]$/)
  })

  test('trust is Fix later than it is Watch', () => {
    expect(defaults.deviation_fix).toBeGreaterThan(defaults.deviation_watch)
    expect(defaults.overdue_fix).toBeGreaterThan(defaults.overdue_watch)
    expect(defaults.stale_fix).toBeGreaterThan(defaults.stale_watch)
    expect(defaults.early_fix).toBeGreaterThan(defaults.early_watch)
  })

  test('are those of the rules: 60 days for stale (T1), 30 for early (T3)', () => {
    expect(defaults).toMatchObject({ stale_days: 60, early_days: 30, unreadable: 'stop', fiscal_start_month: 1 })
  })
})

describe('readSettings', () => {
  test('takes values as cells and command lines give them', () => {
    const given = { stale_days: ' 45 ', top_n: 7, decimal: 'Comma', base_currency: ' eur ', overdue_fix: '0.1' }
    expect(readSettings(given)).toMatchObject({
      stale_days: 45,
      top_n: 7,
      decimal: 'comma',
      base_currency: 'eur',
      overdue_fix: 0.1,
    })
  })

  test('a blank leaves the default', () => {
    expect(readSettings({ stale_days: '', top_n: null, decimal: undefined })).toEqual(readSettings({}))
  })

  test('leaves what it is given as it is', () => {
    const given = { stale_days: '45' }
    readSettings(given)
    expect(given).toEqual({ stale_days: '45' })
  })

  test('0 is a value', () => {
    expect(readSettings({ stale_days: 0 }).stale_days).toBe(0)
  })

  test.each([
    ['stale_days', 'many', 'Setting stale_days is "many"; it must be a number from 0 to 100000 (days).'],
    ['stale_days', NaN, 'Setting stale_days is "NaN"; it must be a number'],
    ['stale_days', ' ', 'Setting stale_days is ""; it must be a number'],
    ['top_n', 0, 'Setting top_n is "0"; it must be a number from 1 to 100 (deals).'],
    ['early_fix', 15, 'Setting early_fix is "15"; it must be a number from 0 to 1 (share).'],
    ['decimal', 'dot', 'Setting decimal is "dot"; it can be auto or point or comma.'],
    ['colour', 'red', 'Setting "colour" is not known. Known are: as_of, base_currency,'],
    ['constructor', 1, 'Setting "constructor" is not known.'],
  ])('%s = %j is an error that says what it can be', (key, value, message) => {
    expect(() => readSettings({ [key]: value })).toThrow(message)
  })
})
