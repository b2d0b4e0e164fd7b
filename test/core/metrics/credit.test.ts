import { describe, expect, test } from '@jest/globals'
import { attainment } from '#core/metrics/attainment'
import { closedDeals } from '#core/metrics/closed-deals'
import { dataQuality } from '#core/metrics/data-quality'
import { forecast } from '#core/metrics/forecast'
import { forecastDeviation } from '#core/metrics/forecast-deviation'
import { funnel } from '#core/metrics/funnel'
import { grossMargin } from '#core/metrics/gross-margin'
import { pipeline } from '#core/metrics/pipeline'
import { topDeals } from '#core/metrics/top-deals'
import { winRate } from '#core/metrics/win-rate'
import { won } from '#core/metrics/won'
import { ask, cells, notes, table, type Given } from './ask.ts'

const people = table(
  'Person, Alias, Manager, Team',
  ['Mia', null, null, 'North'],
  ['Anna', 'A. Lind', 'Mia', 'North'],
  ['Ben', null, 'Mia', 'North'],
  ['Cleo', null, 'Mia', 'South'],
)
const deals = table(
  'Deal ID, Name, Owner, Status, Stage, Amount, Product, Created, Close date',
  ['D1', 'One', 'Anna', 'won', 'Won', 100, 'Pump', '2024-01-02', '2024-02-01'],
  ['D2', 'Two', 'Ben', 'won', 'Won', 50, 'Pump', '2024-01-02', '2024-02-01'],
  ['D3', 'Three', 'Anna', 'open', 'Offer', 200, 'Valve', '2024-01-02', '2024-05-01'],
  ['D4', 'Four', 'Ben', 'won', 'Won', 30, 'Valve', '2024-01-02', '2024-02-01'],
)
const splits = table(
  'Deal ID, Person, Credit pct, Role',
  ['D1', 'A. Lind', 60, 'AE'],
  ['D1', 'Ben', 40, 'AE'],
  ['D3', 'Anna', 100, 'AE'],
  ['D3', 'Cleo', 50, 'presales'],
  ['D4', 'Ben', 80, 'AE'],
)
const given: Given = { deals, splits, people }
const keyed = (columns: readonly string[], ...asked: Parameters<typeof ask>): unknown =>
  cells(ask(...asked), ...columns)

describe('credit splits (D12)', () => {
  // Anna 100 × 60%; Ben 100 × 40% + 50 + 30 × 80%
  test('each person has their share of the amount and of the deal', () => {
    const answer = ask(won, given, { by: 'person' })
    expect(cells(answer, 'owner', 'count', 'value')).toEqual([
      ['Ben', 2.2, 114],
      ['Anna', 0.6, 60],
    ])
    expect(answer).toMatchObject({ columns: [{}, { key: 'count', kind: 'decimal' }, { key: 'value', kind: 'money' }] })
    expect(notes(answer)).toContain('Deals that several people share count by their credit in Splits.')
  })

  test('the whole counts every deal once, whatever the credits; so does a split by anything but people', () => {
    expect(keyed(['count', 'value'], won, given)).toEqual([[3, 180]])
    expect(keyed(['product', 'count', 'value'], won, given, { by: 'product' })).toEqual([
      ['Pump', 2, 150],
      ['Valve', 1, 30],
    ])
    expect(notes(ask(won, given))).toEqual([])
  })

  // North: D1 whole, D2, D4 × 80%
  test('a team has a deal once, with what its people are credited for', () => {
    expect(keyed(['team', 'count', 'value'], won, given, { by: 'team' })).toEqual([['North', 2.8, 174]])
    expect(keyed(['team', 'count', 'value'], pipeline, given, { by: 'team' })).toEqual([
      ['North', 1, 200],
      ['South', 0.5, 100],
    ])
  })

  test('credits of more than the deal are the deal once for those who lead them all', () => {
    expect(keyed(['count', 'value'], pipeline, given, { scope: 'Mia' })).toEqual([[1, 200]])
    expect(keyed(['owner', 'value'], pipeline, given, { by: 'owner' })).toEqual([
      ['Anna', 200],
      ['Cleo', 100],
    ])
  })

  test.each([
    ['Anna', 0.6, 60],
    ['Ben', 2.2, 114],
    ['Team=North', 2.8, 174],
    ['Owner=Anna', 0.6, 60],
    ['Product=Pump', 2, 150],
  ])('scope=%s: %d deals worth %d', (scope, count, value) => {
    expect(keyed(['count', 'value'], won, given, { scope })).toEqual([[count, value]])
  })

  test('a scope by product and a split by person share the deals of that product', () => {
    expect(keyed(['owner', 'value'], won, given, { scope: 'Product=Pump', by: 'owner' })).toEqual([
      ['Ben', 90],
      ['Anna', 60],
    ])
  })

  test('a list of one person has the deals with a credit, at its value, under their owner', () => {
    expect(keyed(['id', 'owner', 'value'], topDeals, given, { scope: 'Cleo' })).toEqual([['D3', 'Anna', 100]])
    expect(keyed(['id', 'owner', 'value'], closedDeals, given, { scope: 'Ben' })).toEqual([
      ['D2', 'Ben', 50],
      ['D1', 'Anna', 40],
      ['D4', 'Ben', 24],
    ])
    expect(keyed(['id', 'owner', 'value'], topDeals, given)).toEqual([['D3', 'Anna', 200]])
  })

  test('activity lists and rates by count take a deal whole', () => {
    expect(keyed(['owner', 'won', 'n'], winRate, given, { by: 'owner' })).toEqual([
      ['Anna', 1, 1],
      ['Ben', 3, 3],
    ])
  })

  test('targets are compared with credited values', () => {
    const targets = table(
      'Metric, Owner, Period, Value',
      ['sales', 'Anna', '2024-Q1', 120],
      ['sales', 'Ben', '2024-Q1', 228],
    )
    expect(
      keyed(['owner', 'actual', 'rate'], attainment, { ...given, targets }, { period: '2024-Q1', by: 'owner' }),
    ).toEqual([
      ['Ben', 114, 0.5],
      ['Anna', 60, 0.5],
    ])
    expect(keyed(['owner', 'won'], forecast, { ...given, targets }, { period: '2024-Q1' })).toEqual([
      ['Ben', 114],
      ['Anna', 60],
    ])
  })

  test('a funnel by person is by credit', () => {
    expect(keyed(['owner', 'value'], funnel, given, { by_person: true })).toEqual([
      ['Anna', 200],
      ['Cleo', 100],
    ])
  })

  test('lines of a deal are shared out alike', () => {
    const lines = table(
      'Deal ID, Owner, Status, Amount',
      ['L1', 'Anna', 'won', 100],
      ['L1', 'Anna', 'won', 50],
      ['L2', 'Ben', 'won', 10],
    )
    const shared = table('Deal ID, Person, Credit pct', ['L1', 'Anna', '50%'], ['L1', 'Ben', '50%'])
    const answer = ask(won, { deals: lines, splits: shared }, { by: 'owner' })
    expect(cells(answer, 'owner', 'count', 'value')).toEqual([
      ['Ben', 1.5, 85],
      ['Anna', 0.5, 75],
    ])
    expect(JSON.stringify(answer)).toContain('lines of one deal, and their amounts are added up: 1 row.')
  })

  test('credits make no lines: a shared deal is not reported as repeated', () => {
    expect(JSON.stringify(ask(won, given, { scope: 'Mia' }))).not.toContain('lines of one deal')
    expect(keyed(['check', 'rows'], dataQuality, given, { scope: 'Mia' })).toEqual(
      expect.arrayContaining([['Deal ID is repeated', 0]]),
    )
  })

  test('what snapshots and lines are compared with counts for the owner, and says so', () => {
    const snapshots = table('Snapshot at, Deal ID, Owner, Status, Stage, Amount, Probability, Close date', [
      '2024-01-31',
      'D1',
      'Anna',
      'open',
      'Offer',
      100,
      0.5,
      '2024-02-01',
    ])
    const compared = ask(forecastDeviation, { ...given, snapshots }, { by: 'owner', months: 1, as_of: '2024-02-29' })
    expect(notes(compared)).toContain('Snapshots know no credits: every deal counts for its owner.')
    const lines = table('Deal ID, Product, Net price, Unit cost', ['D1', 'P', 100, 40])
    const margin = ask(grossMargin, { ...given, lines }, { scope: 'Anna' })
    expect(cells(margin, 'net')).toEqual([[100]])
    expect(notes(margin)).toContain('Lines know no credits: every line counts for the owner of its deal.')
  })
})

describe('what is wrong with credits (D12)', () => {
  const findings = (rows: Given['splits']): unknown => {
    const answer = ask(won, { deals, people, splits: rows ?? [] }, { by: 'owner' })
    return answer.ok
      ? answer.findings.filter(({ code }) => code.startsWith('split')).map(({ row, count, text }) => [row, count, text])
      : answer
  }

  test('shares that do not add up to 100% are a finding; three thirds do', () => {
    expect(findings(splits)).toEqual([
      [
        4,
        2,
        `"splits", row 4, column "Credit pct": the credits of D3 add up to 150%, not 100% (and those of 1 more). What is missing is credited to nobody, and a team's credit in a deal counts up to 100%. Correct the shares.`,
      ],
    ])
    const thirds = table('Deal ID, Person, Credit pct', ['D1', 'Anna', 33.3], ['D1', 'Ben', 33.3], ['D1', 'Cleo', 33.3])
    expect(findings(thirds)).toEqual([])
  })

  test('credits of an excluded deal are left out with it, and are no credits for an unknown deal (D8)', () => {
    const marked = deals.map((row, i) => [...row, i === 0 ? 'Exclude' : row[0] === 'D1' ? 'yes' : null])
    const answer = ask(won, { ...given, deals: marked }, { by: 'person' })
    // Ben 50 + 30 × 80%; of D1, which is excluded, nobody has anything.
    expect(cells(answer, 'owner', 'value')).toEqual([['Ben', 74]])
    const texts = answer.ok ? answer.findings.map(({ text }) => text) : []
    expect(texts).toContainEqual(expect.stringMatching(/^"splits": rows of deals that .* excluded .*: 2 rows\.$/))
    expect(texts.filter((text) => text.includes('needs an opportunity'))).toEqual([])
  })

  test('a credit for an unknown deal, or without a person or a share, is not used and named', () => {
    const odd = table(
      'Deal ID, Person, Credit pct',
      ['D1', 'Anna', 100],
      ['D9', 'Anna', 100],
      ['D2', null, 100],
      ['D2', 'Ben', null],
    )
    expect(findings(odd)).toEqual([
      [
        4,
        2,
        '"splits", row 4, column "Credit pct": a credit needs an opportunity, a person and a share of 0 or more (and 1 more row like it); it is not used. Fill it in.',
      ],
      [
        3,
        1,
        '"splits", row 3, column "Deal ID": no opportunity has this ID; the credit counts nowhere. Correct it, or give the opportunity.',
      ],
    ])
  })
})
