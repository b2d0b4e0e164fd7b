import type { Workload } from './workload.ts'

/** What a column holds: a key, one of a few words, a number, a day, a moment (a day with its time), yes or no. */
export type Kind = 'id' | 'word' | 'number' | 'day' | 'moment' | 'flag'

export interface ColumnPlan {
  readonly name: string
  readonly header: string
  readonly kind: Kind
}

export interface TablePlan {
  readonly name: TableName
  readonly from: keyof Workload
  readonly columns: readonly ColumnPlan[]
}

/** The columns that the questions need, under the names that SQL and the data frames use; the others nobody has to read. */
const plans = {
  deals: {
    from: 'deals',
    columns: {
      id: ['deal_id', 'id'],
      owner: ['owner', 'word'],
      stage: ['stage', 'word'],
      amount: ['amount', 'number'],
      probability: ['probability', 'number'],
      created: ['created', 'day'],
      closing: ['close_date', 'day'],
      modified: ['last_modified', 'day'],
      type: ['type', 'word'],
    },
  },
  changes: {
    from: 'history',
    columns: { id: ['deal_id', 'id'], stage: ['to_stage', 'word'], since: ['changed_at', 'moment'] },
  },
  activities: {
    from: 'activities',
    columns: {
      day: ['date', 'day'],
      owner: ['owner', 'word'],
      type: ['type', 'word'],
      hours: ['duration_h', 'number'],
      done: ['done', 'flag'],
      id: ['deal_id', 'id'],
    },
  },
  seen: {
    from: 'snapshots',
    columns: {
      day: ['snapshot_at', 'day'],
      id: ['deal_id', 'id'],
      stage: ['stage', 'word'],
      status: ['status', 'word'],
      amount: ['amount', 'number'],
      probability: ['probability', 'number'],
      closing: ['close_date', 'day'],
    },
  },
  targets: {
    from: 'targets',
    columns: {
      metric: ['metric', 'word'],
      owner: ['owner', 'word'],
      period: ['period', 'word'],
      value: ['value', 'number'],
    },
  },
  people: { from: 'people', columns: { owner: ['person', 'word'] } },
  stages: {
    from: 'stages',
    columns: {
      stage: ['stage', 'word'],
      rank: ['order', 'day'],
      state: ['type', 'word'],
      initial: ['initial', 'flag'],
      chance: ['probability', 'number'],
    },
  },
} as const satisfies Record<string, Plan>

interface Plan {
  readonly from: keyof Workload
  readonly columns: Readonly<Record<string, readonly [header: string, kind: Kind]>>
}

export type TableName = keyof typeof plans

export const tables: readonly TablePlan[] = Object.entries<Plan>(plans).map(([name, { from, columns }]) => ({
  name: name as TableName,
  from,
  columns: Object.entries(columns).map(([column, [header, kind]]) => ({ name: column, header, kind })),
}))
