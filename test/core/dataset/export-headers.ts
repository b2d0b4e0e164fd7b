import type { SourceName } from '#core/dataset/schema'
import type { TableName } from '#core/dataset/tables/index'

/** Fields and the headers that one system writes for them; the first header of each makes an ordinary export. */
export interface Export {
  readonly title: string
  readonly table: TableName
  readonly source: SourceName
  /** Headers that mean nothing to us, which a real export has too. */
  readonly beside: readonly string[]
  readonly fields: Readonly<Record<string, readonly string[]>>
}
