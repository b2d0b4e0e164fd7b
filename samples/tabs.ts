import type { Instruction } from '#core/report/instructions'
import { sampleReadme } from './readme.ts'
import type { Sample } from './sample.ts'
import { instructionsOf, type Sheet } from './sheet.ts'
import { customersSheet, costsSheet, linesSheet } from './tabs/accounts.ts'
import { activitiesSheet } from './tabs/activities.ts'
import { dealsSheet } from './tabs/deals.ts'
import { offersSheet, snapshotsSheet, stageHistorySheet } from './tabs/movements.ts'
import { peopleSheet, rampPlansSheet, settingsSheet, stagesSheet, targetsSheet } from './tabs/setup.ts'

/** Every table of the sample workbook, in the order of its tabs. */
export const sampleSheets = (sample: Sample): readonly Sheet[] => [
  dealsSheet(sample),
  activitiesSheet(sample),
  targetsSheet,
  peopleSheet,
  stagesSheet,
  snapshotsSheet(sample),
  stageHistorySheet(sample),
  offersSheet(sample),
  customersSheet(sample),
  linesSheet(sample),
  costsSheet(sample),
  rampPlansSheet,
  settingsSheet(),
]

export const sampleInstructions = (sheets: readonly Sheet[]): readonly Instruction[] => [
  ...sampleReadme(sheets),
  ...sheets.flatMap(instructionsOf),
]
