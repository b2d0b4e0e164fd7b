import type { ColumnFor, Dataset } from '#core/dataset/dataset'
import type { FieldName, TableName } from '#core/dataset/tables/index'

/** The columns that the questions read; each is read once per delivery. */
const wanted: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  deals: [
    'deal_id',
    'owner',
    'stage',
    'status',
    'value',
    'probability',
    'created',
    'close_date',
    'closing',
    'last_modified',
    'type',
  ],
  history: ['deal_id', 'to_stage', 'changed_at'],
  activities: ['date', 'owner', 'type', 'duration_h', 'done', 'deal_id'],
  snapshots: ['snapshot_at', 'deal_id', 'stage', 'status', 'status_text', 'value', 'probability', 'close_date'],
  targets: ['metric', 'owner', 'start', 'end', 'value'],
  stages: ['stage', 'order', 'type', 'initial', 'probability'],
}

export const readColumns = (data: Dataset): void => {
  for (const [table, fields] of Object.entries(wanted)) {
    data.readAhead(table as TableName, fields)
    for (const field of fields) data.anyColumn(table as TableName, field)
  }
}

/** A column that the workload has. */
export const columnOf = <N extends TableName, F extends FieldName<N>>(
  data: Dataset,
  table: N,
  field: F,
): ColumnFor<N, F> => {
  const column = data.column(table, field)
  if (column === null) throw new Error(`the workload has no ${table}.${field}`)
  return column
}
