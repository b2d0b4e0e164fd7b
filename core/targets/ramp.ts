/** Shares of full speed in the first, second … month; after the last one 1. */
export type RampPlan = readonly number[]

/** The share of full speed in a month, counted from 0; before the start 0, beyond the plan 1. */
export const rampAt = (plan: RampPlan, monthsSinceStart: number): number =>
  monthsSinceStart < 0 ? 0 : (plan[monthsSinceStart] ?? 1)

export interface Seller {
  readonly fte: number
  /** The month of the start, counted from the first month of the period; negative: started before. `null`: long ago. */
  readonly startMonth: number | null
  readonly plan: RampPlan
  /** How much of each month the person is there, 0 to 1: parts of the first and the last month, and absences. */
  readonly present: readonly number[]
}

/** Ramped full-time equivalents of one person, month by month: fte × ramp × presence. */
export const rampedMonths = ({ fte, startMonth, plan, present }: Seller): readonly number[] =>
  present.map((part, month) => fte * part * (startMonth === null ? 1 : rampAt(plan, month - startMonth)))

/** Ramped full-time equivalents of all, month by month. */
export const rampedEquivalents = (sellers: readonly Seller[], months: number): readonly number[] => {
  const total = new Array<number>(months).fill(0)
  for (const seller of sellers) rampedMonths(seller).forEach((value, i) => (total[i] = (total[i] ?? 0) + value))
  return total
}

/** The weight of a person in a roll-down by capacity: Σ ramped months × phasing. */
export const capacityWeight = (ramped: readonly number[], phasing: readonly number[]): number =>
  ramped.reduce((sum, value, month) => sum + value * (phasing[month] ?? 0), 0)
