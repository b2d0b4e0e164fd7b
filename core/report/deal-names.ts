import type { Dataset } from '../dataset/dataset.ts'
import type { TableRow } from './report.ts'

/** Every deal under a name: where the source has none, its ID stands in, so that a reader knows which deal it is. */
export const withDealNames = (rows: readonly TableRow[]): readonly TableRow[] =>
  rows.map((row) => ((row['name'] ?? '') === '' ? { ...row, name: row['id'] ?? null } : row))

/** The name of the deal that an ID stands for; the ID itself where the opportunities have no name for it. */
export const dealNamesIn = (data: Dataset): ((id: string) => string) => {
  const [ids, names] = [data.column('deals', 'deal_id'), data.column('deals', 'name')]
  const byId = new Map<string, string>()
  if (ids !== null && names !== null)
    for (let row = 0; row < ids.length; row++) if (!names.isBlank(row)) byId.set(ids.at(row), names.at(row))
  return (id) => byId.get(id) ?? id
}
