import type { Dataset } from '../../dataset/dataset.ts'
import type { FieldName } from '../../dataset/tables/index.ts'
import { needColumn } from '../../metrics/missing-column.ts'
import { paramRowsOf } from '../../metrics/param-table.ts'
import { SpmError } from '../../errors.ts'
import type { Model } from '../../targets/model.ts'
import { readModel } from '../../targets/read-model.ts'
import { saveVersion, type ParamRow, type Version } from '../../targets/versions.ts'

/** What the tabs are made of. */
export interface TargetModel {
  readonly rows: readonly ParamRow[]
  readonly version: Version
  readonly model: Model
}

/**
 * The target model that the table Params of a dataset describes, with one value changed where one is to be saved.
 *
 * @throws SpmError `missing-table` without Params
 */
export const readTargetModel = (
  data: Dataset,
  version: Version,
  change: Pick<ParamRow, 'segment' | 'parameter' | 'value'> | null,
): TargetModel => {
  if (data.table('params') === null)
    throw new SpmError(
      'missing-table',
      'Breaking a target down needs the table Params: one row per parameter with its value, such as target, avg_deal, win_rate. None was given.',
      { table: 'params', field: null },
    )
  const column = <F extends FieldName<'params'>>(field: F) => data.column('params', field)
  const given = paramRowsOf({
    rows: data.rows('params'),
    parameter: needColumn(data, 'params', 'parameter', column('parameter')),
    value: needColumn(data, 'params', 'value', column('value')),
    segment: column('segment'),
    unit: column('unit'),
    source: column('source'),
    n: column('n'),
    standard_error: column('standard_error'),
    locked: column('locked'),
    version: column('version'),
  })
  const rows = change === null ? given : saveVersion(given, [change], version)
  return { rows, version, model: readModel(rows, version) }
}
