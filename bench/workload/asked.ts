/** What every implementation is asked with. Days are serial numbers as spreadsheets count them (46203 = 30 June 2026). */
export const asked = {
  asOf: 46203,
  staleDays: 60,
  staleTop: 50,
  earlyDays: 30,
  /** First entries that count for stage conversion: the year 2025, end excluded. */
  cohort: { from: 45658, to: 46023 },
  /** Closing dates that the movement is about: April to June 2026, end excluded. */
  window: { from: 46113, to: 46204 },
  /** Days of the two snapshots: 1 May and 1 June 2026. */
  opening: 46143,
  closing: 46174,
  /** Months whose forecast is compared with what was won, each with the snapshot at its start. */
  months: [
    { name: '2026-05', from: 46143, to: 46174 },
    { name: '2026-06', from: 46174, to: 46204 },
  ],
  /** Targets that count for the gap: the months of `window`. */
  targetMonths: ['2026-04', '2026-05', '2026-06'],
} as const
