const words = 'cells of the row as they stand, or words of our own: tested with the metric'
const without = 'the sample has no table for it: examples from another program are with the metric'
const steps = 'worked out by hand with the steps, beside the metric'

const ofArguments = 'reads no table: its figures are worked examples of the target model, or by hand with the steps'
const ofModel = 'reads Params alone: its figures are worked examples of the target model, or by hand with the steps'
const handSteps =
  'its parts are asked as ATTAINMENT, WEIGHTED, COVERAGE and WIN_RATE: put together by hand with the steps'

/** Metrics that are not asked in SQL, with the reason. */
export const beyondSql: Readonly<Record<string, string>> = {
  ACTIVITY_COVER: 'the sample has no Params: by hand with the steps; what was done is asked as MEETINGS',
  BREAKDOWN: ofModel,
  CAPACITY: 'the sample tells no start, end or ramp of its people: worked out by hand with the steps',
  CHANNEL_MIX: ofArguments,
  COVERAGE_REQUIRED: handSteps,
  DRIVER_BRIDGE: ofArguments,
  FUNNEL_SHAPE: 'the wins needed are an argument: by hand with the steps; the stock is asked as FUNNEL',
  MAX_DISCOUNT: ofArguments,
  MIX_FOR_MARGIN: ofArguments,
  PHASE: ofArguments,
  PIPELINE_GAP: handSteps,
  REPHASE: ofArguments,
  ROLLDOWN: ofArguments,
  RUN_RATE: handSteps,
  SENSITIVITY: ofModel,
  SOLVE: ofModel,
  TARGET_VARIANCE: handSteps,
  YEAR_END: handSteps,
}

/** Columns that no question in SQL asks for, with the reason. */
export const columnsElsewhere: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CHANNEL_ACTUAL: { cost: without, perMeeting: without },
  CLOSED_DEALS: { name: words, stage: words, reason: words, competitor: words },
  CONCENTRATION: { count: steps },
  DATA_QUALITY: { example: words, column: words },
  DEAL_CHANGES: { name: words, from: words, to: words },
  DEAL_ROI: { name: words, account: words, owner: words, stage: words, cost: steps },
  FORECAST_DEVIATION: { snapshot: words, state: words },
  MIX: { target: without, gap: without },
  NEW_DEALS: { name: words, stage: words, source: words },
  NOT_MOVED: { name: words, account: words, owner: words, stage: words, nextStep: words, nextActivity: words },
  NO_NEXT_STEP: { passed: steps },
  PACE: { ahead: steps },
  PROJECTION: { method: words },
  PUSHES: { name: words, account: words, owner: words, stage: words, value: words, days: steps },
  RETENTION: { wonBack: steps },
  STALE_DEALS: { limit: words, flags: words },
  TIME_ALLOCATION: { plan: without },
  TOP_DEALS: { nextActivity: steps, flags: words },
  TRUST: { watch: words, fix: words, remark: words },
  WATERFALL: { closed: steps },
}
