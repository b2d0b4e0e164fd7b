import { SpmError } from '../../errors.ts'
import type { Dataset } from '../dataset.ts'
import type { Finding } from '../findings.ts'
import { blankPatterns } from './blanks.ts'
import { belowCost, hashedStages, highProbability } from './deals.ts'
import { wonThenLost } from './history.ts'
import { peopleWithoutDeals, targetsWithoutDeals } from './people.ts'
import { unlistedProducts } from './products.ts'
import { lateTargets, overlappingTargets, targetsBeyond } from './targets.ts'
import { levelsOutside, unknownActionStates, unknownWords } from './words.ts'

const all: readonly ((data: Dataset) => readonly Finding[])[] = [
  blankPatterns,
  belowCost,
  hashedStages,
  highProbability,
  unlistedProducts,
  peopleWithoutDeals,
  targetsWithoutDeals,
  targetsBeyond,
  overlappingTargets,
  lateTargets,
  wonThenLost,
  unknownWords,
  unknownActionStates,
  levelsOutside,
]

/** What is odd about the data as a whole. A column that cannot be read is told elsewhere, and passed over here. */
export const oddities = (data: Dataset): readonly Finding[] =>
  all.flatMap((look) => {
    try {
      return look(data)
    } catch (error) {
      if (error instanceof SpmError) return []
      throw error
    }
  })
