import { tables, type Kind } from '../../tables.ts'

/**
 * Creates the tables that are fed, called `fed_…`, and views of them that the questions read, in which a blank is null
 * and `touched` is the day a deal was last modified, else created.
 */
export const schemaOf = (typeOf: (kind: Kind) => string, filled: (column: string, kind: Kind) => string): string =>
  tables
    .map(({ name, columns }) => {
      const fields = columns.map((column) => `${column.name} ${typeOf(column.kind)}`)
      const views = columns.map((column) => `${filled(column.name, column.kind)} as ${column.name}`)
      const touched = name === 'deals' ? [`coalesce(${filled('modified', 'day')}, created) as touched`] : []
      return `create table fed_${name}(${fields.join(', ')});
        create view ${name} as select ${[...views, ...touched].join(', ')} from fed_${name} fed;`
    })
    .join('\n')
