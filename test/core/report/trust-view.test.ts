import { describe, expect, test } from '@jest/globals'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { noAnswer } from '#core/metrics/value'
import { trustSentence, trustTone, viewTrust } from '#core/report/trust-view'
import { calm, changed, contextOf, everything } from './packs.ts'

const check = (name: string, status: string | null) => ({
  check: name,
  status: status === null ? noAnswer('nothing tells') : status,
})

describe('the sentence about trust', () => {
  test('names what is above its limit, and what follows from it', () => {
    const checks = [check('Overdue deals', 'Fix'), check('Stale deals', 'Watch'), check('Early closers', 'Fix')]
    expect(trustSentence('Fix', checks)).toBe(
      'Fix the data first. Above the limit: overdue deals, early closers. Agree on data fixes before any other decision.',
    )
    expect(trustSentence('Watch', checks)).toBe('Use these numbers with care. Above the first limit: stale deals.')
  })

  test('says how many checks have no answer', () => {
    const checks = [check('Overdue deals', 'OK'), check('Stale deals', null)]
    expect(trustSentence('OK', checks)).toBe(
      'These numbers can be used: every check that could be answered is within its limit. 1 of 2 checks could not be answered.',
    )
  })

  test('where most checks are silent, it asks for care, and its colour is not green', () => {
    const checks = [check('Overdue deals', 'OK'), check('Stale deals', null), check('Early closers', null)]
    const sentence = trustSentence('OK', checks)
    expect(sentence).toMatch(/^Take these numbers with care: only 1 of 3 checks could be answered/)
    expect(trustTone({ status: 'OK', sentence, checks, result: null })).toBe('warn')
    expect(trustTone({ status: 'OK', sentence, checks: checks.slice(0, 2), result: null })).toBe('good')
    expect(trustTone({ status: 'Fix', sentence, checks, result: null })).toBe('bad')
  })

  test('where nothing could be checked, it claims nothing', () => {
    expect(trustSentence('Unknown', [check('Overdue deals', null)])).toMatch(/^None of the trust checks/)
  })
})

describe('viewTrust', () => {
  test('keeps the four checks, without the overall row', () => {
    const view = viewTrust(contextOf(everything))
    expect(view.status).toBe('Fix')
    expect(view.checks.map((row) => row['check'])).toEqual([
      'Forecast deviation',
      'Overdue deals',
      'Stale deals',
      'Early closers',
    ])
  })

  test('is OK where every check is within its limit', () => {
    expect(viewTrust(contextOf(calm)).status).toBe('OK')
  })

  test('is Watch between the two limits, which are settings', () => {
    const view = viewTrust(contextOf(everything, { overdue_fix: 0.9, stale_fix: 0.9, early_fix: 0.9 }))
    expect([view.status, view.sentence]).toEqual(['Watch', expect.stringMatching(/^Use these numbers with care\./)])
  })

  test('is Unknown without an open deal', () => {
    const closed = tenDeals.filter((row, i) => i === 0 || row[4] !== 'open')
    expect(viewTrust(contextOf({ deals: closed })).status).toBe('Unknown')
    expect(viewTrust(contextOf({ deals: changed(closed, 'D1', 'Amount', 1) })).result).not.toBeNull()
  })
})
