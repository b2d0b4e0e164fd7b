import type { Args } from '#core/metrics/read-args'

/** Columns of a metric that are sums or counts. */
export interface Additive {
  readonly columns: readonly string[]
  /** Splits whose sums must be equal; '' is none. */
  readonly by: readonly string[]
  /** Other arguments with which it is asked. */
  readonly args: readonly Args[]
  /** Whether the teams' figures add up to those of all. */
  readonly scoped: boolean
}

const periods: readonly Args[] = [{}, { period: '2026-Q3' }, { period: '2025' }, { period: 'L90D' }]
const byDeal = ['', 'owner', 'team', 'region', 'product', 'type', 'month', 'owner,quarter']

const sum = (
  columns: readonly string[],
  by: readonly string[] = byDeal,
  args: readonly Args[] = periods,
  scoped = true,
): Additive => ({ columns, by, args, scoped })

const listed = (args: readonly Args[]): Additive => ({
  columns: ['count', 'value'],
  by: [],
  args: args.flatMap((each) => ['count', 'value'].map((mode) => ({ ...each, mode }))),
  scoped: true,
})

const quarters: readonly Args[] = [{ period: '2026-Q3' }, { period: '2026-Q4' }]
const looks: readonly Args[] = [{ from: '2026-10-01', to: '2026-11-01' }]

export const additive: Readonly<Record<string, Additive>> = {
  ACTIVITY: sum(
    ['contacts', 'calls', 'meetings', 'newMeetings', 'offers', 'hours'],
    ['owner', 'type', 'team', 'month'],
  ),
  ACTIVITY_RATIOS: sum(['contacts', 'meetings', 'opportunities', 'offers', 'wins'], [], quarters),
  ATTAINMENT: sum(['actual', 'target', 'gap'], ['', 'owner', 'team'], quarters),
  AVG_DEAL: sum(['count', 'value', 'large']),
  CALIBRATION: sum(['n'], ['', 'owner', 'product', 'team'], [{ at: '2026-05-01' }], false),
  CHANNEL_ACTUAL: sum(['meetings', 'hours'], []),
  CONCENTRATION: sum(['count', 'value'], byDeal, [{}]),
  COST_OF_SALES: sum(['cost', 'won'], ['', 'team'], quarters, false),
  COVERAGE: sum(['open', 'won', 'target'], ['', 'owner', 'team'], quarters),
  DATA_QUALITY: sum(['rows'], ['', 'owner', 'product', 'team'], [{}]),
  DISCOUNT: sum(['lines', 'list', 'net'], ['', 'product', 'owner']),
  EARLY_CLOSERS: listed([{}, { days: 90 }]),
  ESTIMATE_BIAS: sum(['n', 'first', 'final'], ['owner', 'team', 'product', 'month']),
  FACE_TIME: sum(['hours', 'meetings'], ['', 'owner', 'type', 'month']),
  FORECAST: sum(['won', 'commit', 'best', 'pipeline', 'target', 'gap'], ['owner', 'team'], quarters),
  FORECAST_DEVIATION: sum(['forecast', 'actual', 'deviation'], ['', 'owner', 'team'], [{ months: 6 }]),
  FUNNEL: sum(['count', 'value', 'weighted']),
  GROSS_MARGIN: sum(['total', 'net', 'cost', 'margin'], ['', 'product', 'owner']),
  MEETINGS: sum(['meetings'], ['', 'owner', 'type', 'channel', 'month', 'owner,quarter']),
  MIX: sum(['value'], ['product', 'owner']),
  NEW_REPEAT: sum(['newValue', 'repeatValue'], ['', 'owner', 'product', 'team'], quarters),
  NO_NEXT_STEP: listed([{}]),
  NOT_MOVED: listed([{ since: '2026-10-01' }]),
  OVERDUE_DEALS: listed([{}, { as_of: '2026-12-31' }]),
  PACE: sum(['actual', 'target'], ['', 'owner', 'team'], [{}]),
  PIPELINE: sum(['count', 'value']),
  PIPELINE_CREATED: sum(['count', 'value']),
  PIPELINE_WINDOW: sum(['count', 'value', 'weighted'], ['', 'owner', 'product', 'team'], [{}]),
  PUSHES: listed([{}, { step: 'any' }]),
  RETENTION: sum(['customers', 'kept', 'start', 'end', 'added'], ['', 'segment', 'tier', 'owner'], [{}], false),
  SALES_CYCLE: sum(['count', 'leftOut']),
  SLIPPAGE: sum(
    ['due', 'won', 'lost', 'slipped', 'waiting', 'gone', 'pulledIn', 'dueValue', 'slippedValue'],
    [],
    quarters,
  ),
  STAGE_CONVERSION: sum(['entered', 'advanced', 'lost', 'stillIn', 'n'], []),
  STAGE_MOVES: sum(['count', 'value'], [], looks),
  STALE_DEALS: listed([{}, { days: 90 }]),
  TIME_ALLOCATION: sum(['actual'], []),
  TIME_IN_STAGE: sum(['n', 'openNow'], []),
  VELOCITY: sum(['count', 'closed'], byDeal, [{}]),
  RUN_RATE: sum(['target', 'actual'], ['', 'owner', 'team'], [{}]),
  TARGET_VARIANCE: sum(['target', 'actual', 'variance'], ['owner', 'team'], quarters),
  YEAR_END: sum(['actual', 'target'], ['', 'owner', 'team'], [{}]),
  WATERFALL: sum(['count', 'value'], [], [], false),
  WEIGHTED: sum(['count', 'value', 'weighted']),
  WIN_LOSS: sum(['count', 'value'], ['lost_reason', 'owner', 'team', 'product', 'month']),
  WIN_RATE: sum(['won', 'lost', 'n']),
  WIN_RATE_COHORT: sum(['created', 'won'], ['', 'owner', 'product']),
  WON: sum(['count', 'value']),
}

/** Lists without a figure; their rows are compared elsewhere. */
export const ofListsOnly: readonly string[] = [
  'CLOSED_DEALS',
  'DEAL_CHANGES',
  'DEAL_ROI',
  'NEW_DEALS',
  'NEW_OFFERS',
  'OFFERS_OVERDUE',
  'TOP_DEALS',
  'WHITESPACE',
]

/** Metrics of which nothing adds up. */
export const unsplit: Readonly<Record<string, string>> = {
  ACTIVITY_COVER: 'the sample has no Params; what was done adds up as in MEETINGS',
  COVERAGE_REQUIRED: 'a ratio of the whole',
  DRIVER_BRIDGE: 'effects of its arguments; that they add up is tested with it',
  FUNNEL_SHAPE: 'the stock of each stage adds up as in FUNNEL',
  PIPELINE_GAP: 'a gap that is not below 0 does not add up; its parts do as in ATTAINMENT and WEIGHTED',
  BREAKDOWN: 'the segments of Params add up, which is tested with it',
  CAPACITY: 'sellers of a team, who have no other split',
  MIX_FOR_MARGIN: 'shares of its arguments',
  SENSITIVITY: 'outcomes of other models',
  SOLVE: 'one value of Params',
  CAC: 'customers have no team, and costs are by team',
  CAC_PAYBACK: 'a ratio of its arguments',
  CHANNEL_MIX: 'a share out of its arguments',
  FISCAL: 'a label',
  FORECAST_ACCURACY: 'errors of people do not add up to the error of all: that is why it measures by person',
  MAX_DISCOUNT: 'a ratio of its arguments',
  PERIODS: 'a calendar',
  PHASE: 'shares out its arguments; that they add up is tested with it',
  PROJECTION: 'win rates of a team are not those of all',
  REPHASE: 'shares out its arguments; that they add up is tested with it',
  ROLLDOWN: 'shares out its arguments; that they add up is tested with it',
  TRUST: 'a judgement; its checks are metrics of their own',
}
