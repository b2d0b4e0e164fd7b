import { join } from 'node:path'
import { claim, figure, notRun, type Outcome } from '../outcome.ts'
import { ask, cell, root, sharedData, total, whereShared } from '../place.ts'

/** Figures of the data's publisher-independent README, to be met without any mapping. */
export async function* mavenFigures(): AsyncGenerator<Outcome> {
  const folder = sharedData('maven_crm')
  if (folder === null) return yield notRun('maven_crm', whereShared)
  const deals = join(folder, 'sales_pipeline.csv')
  const people = join(folder, 'sales_teams.csv')
  yield figure('maven_crm WIN_RATE', cell(ask('WIN_RATE', deals), 'rate'), 0.631501, 6)
  yield figure('maven_crm WON', cell(ask('WON', deals), 'value'), 10_005_534, 0)
  yield figure('maven_crm AVG_DEAL mean', cell(ask('AVG_DEAL', deals), 'average'), 2360.9094)
  yield figure('maven_crm AVG_DEAL median', cell(ask('AVG_DEAL', deals, '--stat', 'median'), 'average'), 1117, 0)
  yield figure('maven_crm SALES_CYCLE mean', cell(ask('SALES_CYCLE', deals, '--stat', 'mean'), 'cycle'), 51.782)
  yield figure('maven_crm SALES_CYCLE median', cell(ask('SALES_CYCLE', deals), 'cycle'), 57, 0)
  yield* mavenQuarters(deals)
  const darcel = ask('WIN_RATE', deals, '--scope', 'Darcel Schlecht')
  yield figure('maven_crm Darcel Schlecht won deals', cell(darcel, 'won'), 349, 0)
  yield figure('maven_crm Darcel Schlecht lost deals', cell(darcel, 'lost'), 204, 0)
  yield figure('maven_crm Darcel Schlecht win rate', cell(darcel, 'rate'), 0.631103, 6)
  const darcelWon = ask('WON', deals, '--scope', 'Darcel Schlecht')
  yield figure('maven_crm Darcel Schlecht WON', cell(darcelWon, 'value'), 1_153_214, 0)
  const regions = ask('WON', deals, people, '--by', 'region')
  for (const [region, value] of [
    ['Central', 3_346_293],
    ['East', 3_090_594],
    ['West', 3_568_647],
  ] as const)
    yield figure(`maven_crm WON ${region}`, cell(regions, 'value', 'region', region), value, 0)
}

async function* mavenQuarters(deals: string): AsyncGenerator<Outcome> {
  const won = ask('WON', deals, '--by', 'quarter')
  const rate = ask('WIN_RATE', deals, '--by', 'quarter')
  const average = ask('AVG_DEAL', deals, '--by', 'quarter')
  const cycle = ask('SALES_CYCLE', deals, '--by', 'quarter')
  const quarters = [
    ['2017-Q1', 531, 1_134_672, 0.820711],
    ['2017-Q2', 1254, 3_086_111, 0.617126],
    ['2017-Q3', 1257, 2_982_255, 0.614069],
    ['2017-Q4', 1196, 2_802_496, 0.602519],
  ] as const
  for (const [quarter, count, value, share] of quarters) {
    yield figure(`maven_crm WON ${quarter} deals`, cell(won, 'count', 'quarter', quarter), count, 0)
    yield figure(`maven_crm WON ${quarter}`, cell(won, 'value', 'quarter', quarter), value, 0)
    yield figure(`maven_crm WIN_RATE ${quarter}`, cell(rate, 'rate', 'quarter', quarter), share, 6)
    yield figure(`maven_crm AVG_DEAL ${quarter}`, cell(average, 'average', 'quarter', quarter), value / count)
    const days = cell(cycle, 'cycle', 'quarter', quarter)
    yield claim(`maven_crm SALES_CYCLE ${quarter}`, typeof days === 'number' && days > 0, `${String(days)} days`)
  }
}

export async function* salesforceFigures(): AsyncGenerator<Outcome> {
  const folder = sharedData('sf_devorg')
  if (folder === null) return yield notRun('sf_devorg', whereShared)
  const deals = join(folder, 'Opportunity.csv')
  yield figure('sf_devorg WIN_RATE', cell(ask('WIN_RATE', deals), 'rate'), 0.6)
  yield figure('sf_devorg WON', cell(ask('WON', deals), 'value'), 2_815_000, 0)
  yield figure('sf_devorg PIPELINE', cell(ask('PIPELINE', deals), 'value'), 2_115_000, 0)
  yield figure('sf_devorg WEIGHTED', cell(ask('WEIGHTED', deals), 'weighted'), 1_094_500, 0)
  const quality = ask('DATA_QUALITY', deals)
  const backwards = cell(quality, 'rows', 'check', 'Close date before creation')
  yield figure('sf_devorg close date before creation, reported', backwards, 32, 0)
  const cycle = ask('SALES_CYCLE', deals, '--of', 'all')
  const averaged = cell(cycle, 'cycle')
  const counted = cell(cycle, 'count')
  const leftOut = cell(cycle, 'leftOut')
  yield claim(
    'sf_devorg impossible cycles are left out and counted',
    typeof averaged === 'number' && averaged > 0 && counted === 1 && leftOut === 19,
    `sales cycle ${String(averaged)} days of ${String(counted)} deal, ${String(leftOut)} left out`,
  )
}

/** Every row of this export is marked as deleted; the independent figures count them, so the mark is mapped away. */
export async function* fivetranFigures(): AsyncGenerator<Outcome> {
  const folder = sharedData('sf_fivetran')
  if (folder === null) return yield notRun('sf_fivetran', whereShared)
  const args = [join(folder, 'sf_opportunity_data.csv'), '--map', "deals.exclude='false'"]
  const rate = ask('WIN_RATE', ...args)
  yield figure('sf_fivetran closed deals', cell(rate, 'n'), 9, 0)
  yield figure('sf_fivetran won deals', cell(rate, 'won'), 5, 0)
  yield figure('sf_fivetran open deals', cell(ask('PIPELINE', ...args), 'count'), 1, 0)
  const amounts = total(ask('CLOSED_DEALS', ...args), 'value') + total(ask('PIPELINE', ...args), 'value')
  yield figure('sf_fivetran amounts, closed and open', amounts, 24_530_001, 0)
}

const resellerQuarters = [
  ['FY2018-Q1', 3_195_732.87],
  ['FY2018-Q2', 4_874_022.71],
  ['FY2018-Q3', 4_069_304.27],
  ['FY2018-Q4', 4_289_982.75],
  ['FY2019-Q1', 8_922_119.92],
  ['FY2019-Q2', 7_047_379.31],
  ['FY2019-Q3', 5_268_960.12],
  ['FY2019-Q4', 6_741_320.18],
  ['FY2020-Q1', 11_189_115.52],
  ['FY2020-Q2', 9_300_609.76],
  ['FY2020-Q3', 7_107_324.5],
  ['FY2020-Q4', 5_542_698.29],
] as const

/** The committed configuration reads the raw files; figures for the fiscal years July to June, the last one to May. */
export async function* resellerFigures(): AsyncGenerator<Outcome> {
  const config = join(root, 'samples/adventure-works/spm.json')
  yield figure('aw_reseller WON', cell(ask('WON', '--config', config), 'value'), 77_548_570.2, 2)
  const byQuarter = ask('WON', '--config', config, '--by', 'quarter')
  for (const [quarter, value] of resellerQuarters)
    yield figure(`aw_reseller WON ${quarter}`, cell(byQuarter, 'value', 'quarter', quarter), value, 2)
  const years = [
    ['FY2018', '2018-06-30'],
    ['FY2019', '2019-06-30'],
    ['FY2020', '2020-05-31'],
  ] as const
  const people = {
    'Jillian Carson': [1.8298, 1.8425, 1.0917],
    'Michael Blythe': [0.2598, 0.4552, 0.619],
    'Linda Mitchell': [0.4398, 0.4067, 0.4555],
    'Jae Pak': [null, 1.8697, 0.8423],
    'Tsvi Reiter': [1.0666, 1.0795, 0.9318],
    'Pamela Ansman-Wolfe': [0.1727, 0.0636, 0.1033],
  } as const
  for (const [i, [year, asOf]] of years.entries()) {
    const answer = ask('ATTAINMENT', '--config', config, '--by', 'owner', '--period', year, '--as-of', asOf)
    for (const [person, rates] of Object.entries(people)) {
      const expected = rates[i]
      const actual = cell(answer, 'rate', 'owner', person)
      const name = `aw_reseller ATTAINMENT ${person} ${year}`
      yield expected === null
        ? claim(name, typeof answer !== 'string' && typeof actual !== 'number', 'none, as in the source')
        : figure(name, actual, expected ?? NaN)
    }
  }
}
