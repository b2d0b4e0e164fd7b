import { settingKeys } from '#core/dataset/settings'
import { tableNames } from '#core/dataset/tables/index'

/** A column to map, as sentences name it: `map deals.owner to "Rep"`, or `to it` where any column may be meant. */
const mapping = /(?<!-)\bmap ([a-z_]+\.[a-z_]+) to (?:"([^"]*)"|it\b|its column\b)/g

/** A setting to give, as sentences name it: `set decimal to comma`, `set date_order to dmy or to mdy`. */
const setting = new RegExp(
  `(?<!-)\\b([Ss])et (${settingKeys.join('|')}) to ([A-Za-z0-9]+)(?: or to ([A-Za-z0-9]+))?`,
  'g',
)

/** A table to choose, as sentences name it: `choose "plan.csv" as targets`. */
const choice = new RegExp(`\\bchoose "([^"]*)" as (${tableNames.join('|')})\\b`, 'g')

/** A sentence of the core, which names no host, with the options that do here what it says. */
export const withOptions = (sentence: string): string =>
  sentence
    .replace(mapping, (_, field: string, header: string | undefined) => `--map "${field}=${header ?? '…'}"`)
    .replace(setting, (_, s: string, key: string, value: string, other: string | undefined) => {
      const option = `--set ${key}=${value}${other === undefined ? '' : ` or ${key}=${other}`}`
      return `${s === 'S' ? 'Pass' : 'pass'} ${option}`
    })
    .replace(choice, '$2=$1')
