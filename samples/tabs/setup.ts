import { isoDay } from '#core/cells/day'
import { asOf } from '../model/calendar.ts'
import { people } from '../model/people.ts'
import { rampPlan, worksOn, type Person } from '../model/person.ts'
import { pipelineName, stages, type Stage } from '../model/stages.ts'
import { targets, type Target } from '../model/targets.ts'
import { sheetOf, type Column, type Sheet } from '../sheet.ts'

const targetColumns: readonly Column<Target>[] = [
  { header: 'Metric', value: ({ metric }) => metric, width: 21 },
  { header: 'Owner', value: ({ owner }) => owner, width: 16 },
  { header: 'Period', value: ({ period }) => period, format: 'text' },
  { header: 'Grain', value: ({ grain }) => grain },
  { header: 'Value', value: ({ value }) => value, format: 'money' },
  { header: 'Currency', value: ({ metric }) => (metric === 'sales' ? 'EUR' : null) },
  { header: 'Type', value: ({ type }) => type, width: 11 },
  { header: 'Version', value: ({ version }) => version },
  { header: 'Note', value: ({ note }) => note, width: 32 },
]

const personColumns: readonly Column<Person>[] = [
  { header: 'Person', value: ({ name }) => name, width: 16 },
  { header: 'Email', value: ({ email }) => email, width: 32 },
  { header: 'Alias', value: ({ alias }) => (alias.length === 0 ? null : alias.join('; ')), width: 28 },
  { header: 'Manager', value: ({ manager }) => manager, width: 16 },
  { header: 'Level', value: ({ level }) => level, width: 11 },
  { header: 'Team', value: ({ team }) => team, width: 11 },
  { header: 'Region', value: ({ region }) => region, width: 10 },
  { header: 'Role', value: ({ role }) => role },
  { header: 'Start', value: ({ start }) => start, format: 'date' },
  { header: 'End', value: ({ end }) => end, format: 'date' },
  { header: 'FTE', value: ({ fte }) => fte, format: 'decimal' },
  { header: 'Ramp Plan', value: (person) => person.rampPlan },
  { header: 'Cost Year', value: ({ costYear }) => costYear, format: 'money' },
  { header: 'Hours Week', value: ({ hoursWeek }) => hoursWeek, format: 'count' },
  { header: 'Active', value: (person) => worksOn(person, asOf) },
]

const stageColumns: readonly Column<Stage>[] = [
  { header: 'Pipeline', value: () => pipelineName },
  { header: 'Stage', value: ({ name }) => name, width: 14 },
  { header: 'Order', value: (stage) => stages.indexOf(stage) + 1, format: 'count' },
  { header: 'Type', value: ({ type }) => type },
  { header: 'Initial', value: (stage) => stage === stages[0] },
  { header: 'Probability', value: ({ probability }) => probability, format: 'percent' },
  { header: 'Stale Days', value: ({ staleDays }) => staleDays, format: 'count' },
  { header: 'Target Days', value: ({ targetDays }) => targetDays, format: 'count' },
  { header: 'Forecast Category', value: ({ category }) => category },
  { header: 'Alias', value: ({ alias }) => alias, width: 12 },
  { header: 'Exit Criteria', value: ({ exitCriteria }) => exitCriteria, width: 42 },
]

interface Setting {
  readonly key: string
  readonly value: string
}

const settings: readonly Setting[] = [
  { key: 'base_currency', value: 'EUR' },
  { key: 'as_of', value: isoDay(asOf) },
  { key: 'fiscal_start_month', value: '1' },
]

/** The tab that holds the settings of a workbook. */
export const settingsSheet = (rows: readonly Setting[] = settings): Sheet =>
  sheetOf(
    { tab: 'SPM Settings', table: 'SPM_Settings', colour: 'cover' },
    [
      { header: 'Section', value: () => 'settings', width: 12 },
      { header: 'Key', value: ({ key }) => key, width: 22 },
      { header: 'Value', value: ({ value }) => value, width: 16, format: 'text' },
    ],
    rows,
  )

export const targetsSheet: Sheet = sheetOf(
  { tab: 'Targets', table: 'Targets', colour: 'ahead' },
  targetColumns,
  targets,
)
export const peopleSheet: Sheet = sheetOf({ tab: 'People', table: 'People', colour: 'cover' }, personColumns, people)
export const stagesSheet: Sheet = sheetOf({ tab: 'Stages', table: 'Stages', colour: 'cover' }, stageColumns, stages)

export const rampPlansSheet: Sheet = sheetOf(
  { tab: 'RampPlans', table: 'RampPlans', colour: 'cover' },
  [
    { header: 'Plan', value: () => rampPlan.name, width: 14 },
    { header: 'Month No', value: ({ month }) => month, format: 'count' },
    { header: 'Pct', value: ({ share }) => share, format: 'percent' },
  ],
  rampPlan.shares.map((share, i) => ({ month: i + 1, share })),
)
