import type { Texts } from '../columns.ts'
import type { Dataset } from '../dataset.ts'
import type { Finding } from '../findings.ts'
import { figure, naming, oddity } from './oddity.ts'

const present = ({ codes, labels }: Texts): ReadonlySet<string> => {
  const seen = new Set<number>(codes)
  return new Set(labels.filter((label, code) => label !== '' && seen.has(code)))
}

/** People who own no opportunity. */
export const peopleWithoutDeals = (data: Dataset): readonly Finding[] => {
  const [table, owner] = [data.table('people'), data.column('deals', 'owner')]
  if (table === null || owner === null || !data.people.known) return []
  const owners = present(owner)
  const { names } = data.people
  const idle = names.filter((name) => !owners.has(name))
  return idle.length === 0
    ? []
    : [
        oddity(
          'people-without-deals',
          table,
          null,
          idle.length,
          `${figure(idle.length)} of ${figure(names.length)} people own no opportunity: ${naming(idle)}.`,
        ),
      ]
}

/** Owners of targets who own no opportunity; a team or `ALL` is no person. */
export const targetsWithoutDeals = (data: Dataset): readonly Finding[] => {
  const [table, owner, holder] = [data.table('targets'), data.column('deals', 'owner'), data.column('targets', 'owner')]
  if (table === null || owner === null || holder === null) return []
  const owners = present(owner)
  const idle = [...present(holder)].filter((name) => !owners.has(name) && data.people.isKnown(name))
  return idle.length === 0
    ? []
    : [
        oddity(
          'targets-without-deals',
          table,
          'owner',
          idle.length,
          `${naming(idle)} ${idle.length === 1 ? 'has' : 'have'} targets and no opportunity.`,
        ),
      ]
}
