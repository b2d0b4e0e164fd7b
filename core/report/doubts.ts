import { isoDay } from '../cells/day.ts'
import { plural } from '../cells/plural.ts'
import { freshness } from './meta-line.ts'
import type { PackContext } from './pack-context.ts'

/** Days without any change after which the day of the pack is more likely wrong than the team asleep. */
const quietDays = 45

const closedAhead = ({ data, asOf }: PackContext): readonly string[] => {
  const [status, closing] = [data.column('deals', 'status'), data.column('deals', 'closing')]
  if (status === null || closing === null) return []
  let count = 0
  for (let row = 0; row < closing.length; row++) if (status.isClosed(row) && closing.at(row) > asOf) count++
  return count === 0
    ? []
    : [
        `${plural(count, 'opportunity', 'opportunities')} closed after ${isoDay(asOf)}, the day of this pack, and counted as won or lost all the same: make the pack as of a later day, or mend the close dates.`,
      ]
}

const longSilent = ({ data, asOf }: PackContext): readonly string[] => {
  const last = freshness(data)
  return last === null || asOf - last <= quietDays
    ? []
    : [
        `Nothing was created or changed after ${isoDay(last)}, ${asOf - last} days before the day of this pack: make it as of that time, or export the data again.`,
      ]
}

const unread = ({ data }: PackContext): readonly string[] => {
  const count = data
    .findings()
    .reduce((sum, { code, level, count: cells }) => sum + (code === 'unreadable' && level === 'warn' ? cells : 0), 0)
  return count === 0
    ? []
    : [`${plural(count, 'cell')} could not be read and count${count === 1 ? 's' : ''} as blank: part 0 says which.`]
}

/** What makes the figures doubtful beside the four checks, once the pack has read what it needs; mostly nothing. */
export const doubtsOf = (pack: PackContext): readonly string[] => [
  ...closedAhead(pack),
  ...longSilent(pack),
  ...unread(pack),
]
