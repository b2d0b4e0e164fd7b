import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { activity } from '#core/metrics/activity'
import { attainment } from '#core/metrics/attainment'
import { avgDeal } from '#core/metrics/avg-deal'
import { forecast } from '#core/metrics/forecast'
import { meetings } from '#core/metrics/meetings'
import { metrics } from '#core/metrics/index'
import { newRepeat } from '#core/metrics/new-repeat'
import { pipeline } from '#core/metrics/pipeline'
import { salesCycle } from '#core/metrics/sales-cycle'
import { stageConversion } from '#core/metrics/stage-conversion'
import { velocity } from '#core/metrics/velocity'
import { waterfall } from '#core/metrics/waterfall'
import { weighted } from '#core/metrics/weighted'
import { winRate } from '#core/metrics/win-rate'
import { won } from '#core/metrics/won'
import { tenDeals, tenDealStages } from '#core/metrics/examples/ten-deals'
import { ask, cells, notes, table } from './metrics/ask.ts'
import { noSpecification, specSection } from './spec-list.ts'

const self = readFileSync('test/core/mistakes.test.ts', 'utf8')

describe('mistakes found in public implementations, none of which is made here:', () => {
  test('a funnel that counts every re-entry and drops lost deals', () => {
    const history = table(
      'Deal ID, From stage, To stage, Changed at',
      ['D1', null, 'Qualify', '2024-01-02'],
      ['D1', 'Qualify', 'Proposal', '2024-01-05'],
      ['D1', 'Proposal', 'Qualify', '2024-01-09'],
      ['D1', 'Qualify', 'Proposal', '2024-01-12'],
      ['D2', null, 'Qualify', '2024-01-03'],
      ['D2', 'Qualify', 'Lost', '2024-01-08'],
    )
    const answer = ask(stageConversion, { history, stages: tenDealStages })
    // Qualify: D1 and D2, each once; D1 went on, D2 is lost and still in the base.
    expect(cells(answer, 'stage', 'entered', 'advanced', 'lost', 'conversion')).toEqual([
      ['Qualify', 2, 1, 1, 0.5],
      ['Proposal', 1, 0, 0, 0],
      ['Negotiate', 0, 0, 0, null],
    ])
  })

  test('a forecast that adds lost deals at full value', () => {
    const deals = table(
      'Deal ID, Owner, Stage, Status, Amount, Probability, Close date, Forecast category',
      ['D1', 'Anna', 'Talk', 'Open', 100, 0.5, '2024-03-31', 'commit'],
      ['D2', 'Anna', 'Lost', 'Lost', 900, 1, '2024-03-20', 'commit'],
    )
    expect(cells(ask(forecast, { deals }, { period: '2024-Q1' }), 'won', 'commit', 'pipeline')).toEqual([[0, 100, 100]])
    expect(cells(ask(weighted, { deals }), 'value', 'weighted')).toEqual([[100, 50]])
  })

  test('a previous-period window one day short', () => {
    // 2024-01-02 is the first of the 90 days that end on 2024-03-31, both counted.
    const sold = (on: string) => ['D1', 'Won', 'Won', 10, on] as const
    const inWindow = (on: string, period: string): unknown =>
      cells(ask(won, { deals: table('Deal ID, Stage, Status, Amount, Close date', sold(on)) }, { period }), 'count')
    expect(inWindow('2024-01-02', 'L90D')).toEqual([[1]])
    expect(inWindow('2024-01-01', 'L90D')).toEqual([[0]])
    expect(inWindow('2023-12-31', '2023-Q4')).toEqual([[1]])
    expect(inWindow('2023-12-31', '2024-Q1')).toEqual([[0]])
    expect(inWindow('2024-03-31', '2024-Q1')).toEqual([[1]])
  })

  test('an average that mixes ongoing and won deals', () => {
    const deals = table(
      'Deal ID, Stage, Status, Amount, Created, Close date',
      ['D1', 'Won', 'Won', 100, '2024-01-01', '2024-01-11'],
      ['D2', 'Talk', 'Open', 900, '2023-01-01', '2024-06-30'],
    )
    expect(cells(ask(avgDeal, { deals }), 'count', 'average')).toEqual([[1, 100]])
    expect(cells(ask(salesCycle, { deals }), 'cycle', 'count')).toEqual([[10, 1]])
  })

  test('0 in one place and null in another for "no closed deals"', () => {
    const deals = table('Deal ID, Stage, Status, Owner, Amount, Created, Close date', [
      'D1',
      'Talk',
      'Open',
      'Anna',
      100,
      '2024-01-01',
      '2024-06-30',
    ])
    expect(cells(ask(winRate, { deals }), 'rate')).toEqual([[null]])
    expect(cells(ask(salesCycle, { deals }), 'cycle')).toEqual([[null]])
    expect(cells(ask(avgDeal, { deals }), 'average')).toEqual([[null]])
    expect(cells(ask(velocity, { deals }), 'rate', 'perDay')).toEqual([[null, null]])
    expect(cells(ask(velocity, { deals }, { by: 'owner' }), 'rate', 'perDay')).toEqual([[null, null]])
    // Split, an owner without closed deals has no row rather than a rate of 0.
    expect(cells(ask(winRate, { deals }, { by: 'owner' }), 'rate')).toEqual([])
  })

  test('a win rate by value beside one by count under one name', () => {
    const deals = table(
      'Deal ID, Stage, Status, Amount, Close date',
      ['D1', 'Won', 'Won', 300, '2024-01-11'],
      ['D2', 'Lost', 'Lost', 100, '2024-01-11'],
    )
    expect(cells(ask(winRate, { deals }), 'rate')).toEqual([[0.5]])
    expect(cells(ask(winRate, { deals }, { unit: 'value' }), 'rate')).toEqual([[0.75]])
    expect(winRate.variant).toContain('by count unless unit=value')
  })

  test('a variance of 0 in a period with a target and no sales', () => {
    const deals = table('Deal ID, Stage, Status, Amount, Close date', ['D1', 'Won', 'Won', 80, '2024-01-31'])
    const targets = table(
      'Metric, Owner, Period, Value',
      ['sales', 'ALL', '2024-01', 100],
      ['sales', 'ALL', '2024-02', 100],
    )
    const answer = ask(attainment, { deals, targets }, { period: '2024-01-01/2024-02-29', by: 'month' })
    expect(cells(answer, 'month', 'actual', 'target', 'rate', 'gap')).toEqual([
      ['2024-01', 80, 100, 0.8, 20],
      ['2024-02', 0, 100, 0, 100],
    ])
  })

  test('month names without a year, which mix years', () => {
    const deals = table(
      'Deal ID, Stage, Status, Amount, Close date',
      ['D1', 'Won', 'Won', 1, '2023-01-31'],
      ['D2', 'Won', 'Won', 2, '2024-01-31'],
    )
    expect(cells(ask(won, { deals }, { by: 'month' }), 'month', 'value')).toEqual([
      ['2023-01', 1],
      ['2024-01', 2],
    ])
  })

  test('"repeat customers" that counts invoices', () => {
    const deals = table(
      'Deal ID, Stage, Status, Amount, Account, Close date',
      ['D0', 'Won', 'Won', 5, 'Elm Water', '2023-05-31'],
      ['D1', 'Won', 'Won', 10, 'Elm Water', '2024-01-31'],
      ['D2', 'Won', 'Won', 10, 'Elm Water', '2024-02-28'],
      ['D3', 'Won', 'Won', 10, 'Fir Foods', '2024-02-28'],
      ['D4', 'Won', 'Won', 10, 'Fir Foods', '2024-03-28'],
    )
    const answer = ask(newRepeat, { deals }, { period: '2024-Q1' })
    expect(cells(answer, 'newCustomers', 'newValue', 'repeatCustomers', 'repeatValue')).toEqual([[1, 20, 1, 20]])
  })

  test('0% probability read as lost, 100% as won', () => {
    const deals = table(
      'Deal ID, Stage, Status, Amount, Probability, Close date',
      ['D1', 'Talk', 'Open', 10, 0, '2024-06-30'],
      ['D2', 'Talk', 'Open', 20, 1, '2024-06-30'],
      ['D3', 'Won', 'Won', 40, 0, '2024-01-31'],
    )
    expect(cells(ask(pipeline, { deals }), 'count', 'value')).toEqual([[2, 30]])
    expect(cells(ask(won, { deals }), 'count', 'value')).toEqual([[1, 40]])
    expect(cells(ask(winRate, { deals }), 'won', 'lost')).toEqual([[1, 0]])
  })

  test('an absolute value that hides negative cycles', () => {
    const answer = ask(salesCycle, { deals: tenDeals })
    // D10 was closed five days before it was created: 75 and 72 days are left, and one is counted apart.
    expect(cells(answer, 'cycle', 'count', 'leftOut')).toEqual([[73.5, 2, 1]])
    expect(notes(answer).join(' ')).toContain('closed before or on the day they were created')
  })

  test('an opening pipeline that contains closed deals', () => {
    const header = 'Snapshot at, Deal ID, Status, Stage, Amount, Close date'
    const snapshots = table(
      header,
      ['2024-01-01', 'D1', 'Open', 'Talk', 100, '2024-02-15'],
      ['2024-01-01', 'D2', 'Won', 'Closed Won', 900, '2024-01-01'],
      ['2024-02-01', 'D1', 'Open', 'Talk', 100, '2024-02-15'],
      ['2024-02-01', 'D2', 'Won', 'Closed Won', 900, '2024-01-01'],
    )
    const answer = ask(waterfall, { snapshots }, { from: '2024-01-01', to: '2024-02-01', close_period: '2024-Q1' })
    const rows = cells(answer, 'movement', 'count', 'value')
    expect(rows).toContainEqual(['Opening', 1, 100])
    expect(rows).toContainEqual(['Won', 0, 0])
  })

  test('a ratio that replaces zero losses by one', () => {
    const deals = table(
      'Deal ID, Stage, Status, Amount, Close date',
      ['D1', 'Won', 'Won', 10, '2024-01-31'],
      ['D2', 'Won', 'Won', 10, '2024-02-28'],
      ['D3', 'Won', 'Won', 10, '2024-03-28'],
    )
    expect(cells(ask(winRate, { deals }), 'won', 'lost', 'rate', 'n')).toEqual([[3, 0, 1, 3]])
  })

  test('two definitions of today', () => {
    // Whether the day comes as the argument, as the setting, or as today makes no difference to any figure.
    const given = { deals: tenDeals, stages: tenDealStages }
    const own = metrics.filter(({ params }) =>
      Object.values(params).every((param) => param.type !== 'table' || param.optional || param.table === 'deals'),
    )
    const dated = own.filter(({ params }) => 'asOf' in params)
    expect(dated.length).toBeGreaterThan(15)
    for (const metric of dated) {
      const byToday = ask(metric, given)
      const bySetting = ask(metric, given, {}, { as_of: '2024-03-31' })
      const byArgument = ask(metric, given, { as_of: '2024-03-31' }, { as_of: '2020-01-01' })
      const figures = (answer: typeof byToday): unknown => (answer.ok ? answer.rows : answer.reason)
      expect([metric.name, figures(bySetting)]).toEqual([metric.name, figures(byToday)])
      expect([metric.name, figures(byArgument)]).toEqual([metric.name, figures(byToday)])
    }
  })

  test('system-made activities that inflate counts', () => {
    const activities = table(
      'Activity ID, Date, Owner, Type, Account, Done',
      ['A1', '2024-03-01', 'Anna', 'Meeting', 'Elm Water', true],
      ['A2', '2024-03-01', 'Anna', 'Quote close', 'Elm Water', true],
      ['A3', '2024-03-02', 'Anna', 'Case resolution', 'Elm Water', true],
      ['A4', '2024-03-03', 'Anna', 'Call', 'Elm Water', true],
    )
    const report = ask(activity, { activities })
    expect(cells(report, 'contacts', 'calls', 'meetings', 'offers')).toEqual([[1, 1, 1, 0]])
    expect(notes(report).join(' ')).toContain('made by the system, not by a person, which are left out: 2.')
    expect(cells(ask(meetings, { activities }), 'meetings')).toEqual([[1]])
  })

  test('a trailing space that makes a second category', () => {
    const deals = table(
      'Deal ID, Stage, Status, Region, Amount',
      ['D1', 'Talk', 'Open', 'Nordics', 1],
      ['D2', 'Talk ', 'Open', 'Nordics ', 2],
      ['D3', ' Talk', 'Open', ' Nordics', 4],
    )
    for (const by of ['stage', 'region'])
      expect(cells(ask(pipeline, { deals }, { by }), by, 'value')).toEqual([[by === 'stage' ? 'Talk' : 'Nordics', 7]])
  })

  test('a contributor credited with the whole deal', () => {
    const deals = table(
      'Deal ID, Owner, Status, Stage, Amount, Close date',
      ['D1', 'Anna', 'won', 'Won', 100, '2024-02-01'],
      ['D2', 'Ben', 'won', 'Won', 50, '2024-02-01'],
    )
    const splits = table('Deal ID, Person, Credit pct, Role', ['D1', 'Anna', 60, 'AE'], ['D1', 'Ben', 40, 'AE'])
    // Ben 100 × 40% + 50, Anna 100 × 60%; together what was won, each deal once.
    expect(cells(ask(won, { deals, splits }, { by: 'owner' }), 'owner', 'value')).toEqual([
      ['Ben', 90],
      ['Anna', 60],
    ])
    expect(cells(ask(won, { deals, splits }), 'count', 'value')).toEqual([[2, 150]])
  })

  test('an exchange-rate cache keyed by source currency only', () => {
    const deals = table(
      'Deal ID, Status, Stage, Amount, Currency, Close date',
      ['D1', 'won', 'Won', 100, 'USD', '2024-01-15'],
      ['D2', 'won', 'Won', 100, 'USD', '2024-02-15'],
      ['D3', 'won', 'Won', 100, 'USD', '2024-01-20'],
    )
    const fx = table(
      'Currency, Date, Rate to base, Type',
      ['USD', '2024-01-01', 0.9, 'spot'],
      ['USD', '2024-02-01', 0.5, 'spot'],
    )
    // 100 × 0.9 + 100 × 0.5 + 100 × 0.9
    expect(cells(ask(won, { deals, fx }, {}, { base_currency: 'EUR' }), 'value')).toEqual([[230]])
  })

  const section = specSection('Mistakes found in public implementations')
  if (section === null) test.skip(`the list is whole (${noSpecification})`, () => undefined)
  else
    test('the list is whole', () => {
      const entries = section
        .replace(/^[^\n]*\n/, '')
        .split('·')
        .map((entry) => entry.trim().replace(/\.$/, ''))
      const titles = [...self.matchAll(/^ {2}test\('(.+)', \(\) => \{$/gm)].map((match) => match[1] ?? '')
      const known = titles.map((title) => title.toLowerCase())
      expect(entries.map((entry) => entry.toLowerCase()).filter((entry) => !known.includes(entry))).toEqual([])
      expect(entries).toHaveLength(titles.length)
    })
})
