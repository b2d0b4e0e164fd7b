export interface Flow {
  /** Opportunities created in the period. */
  readonly opportunities: number
  readonly periodDays: number
  readonly winRate: number
  /** Days from creation to closing of won, and of lost opportunities. */
  readonly cycleWon: number
  readonly cycleLost: number
}

/** Mean age at closing of won and lost opportunities together, in days. */
export const meanAge = ({ winRate, cycleWon, cycleLost }: Omit<Flow, 'opportunities' | 'periodDays'>): number =>
  winRate * cycleWon + (1 - winRate) * cycleLost

/** Opportunities that have to be open at any time: arrivals a day × mean age at closing (Little's law). */
export const openNeeded = (flow: Flow): number => (flow.opportunities / flow.periodDays) * meanAge(flow)

/** Open opportunities that a stage has to hold: wins a month × months in it ÷ share of it that is won (Little's law). */
export const stageStock = (winsPerMonth: number, daysInStage: number, conversionToWon: number): number =>
  (winsPerMonth * (daysInStage / 30.4)) / conversionToWon
