export type DealType = 'new' | 'expansion' | 'renewal'
export type BusinessUnit = 'Equipment' | 'Service'

/** What the fictitious company sells. */
export interface Product {
  readonly name: string
  readonly unit: BusinessUnit
  /** Typical deal, EUR. */
  readonly amount: number
  /** Gross margin at list price. */
  readonly margin: number
  /** How often it is asked for. */
  readonly share: number
  readonly subjects: readonly string[]
}

export const products: readonly Product[] = [
  {
    name: 'Pumping systems',
    unit: 'Equipment',
    amount: 160_000,
    margin: 0.36,
    share: 18,
    subjects: ['Booster station', 'Intake station', 'Fire water system', 'District cooling pumps', 'Dosing skid'],
  },
  {
    name: 'Pumps',
    unit: 'Equipment',
    amount: 72_000,
    margin: 0.41,
    share: 34,
    subjects: ['Process pumps', 'Slurry pumps', 'Hygienic pumps', 'Boiler feed pumps', 'Pump replacement'],
  },
  {
    name: 'Controls',
    unit: 'Equipment',
    amount: 50_000,
    margin: 0.47,
    share: 13,
    subjects: ['Drive upgrade', 'Pump controls', 'Condition monitoring', 'Energy audit and drives'],
  },
  {
    name: 'Service contracts',
    unit: 'Service',
    amount: 64_000,
    margin: 0.56,
    share: 25,
    subjects: ['Full service contract', 'Maintenance contract', 'Standby contract'],
  },
  {
    name: 'Spare parts',
    unit: 'Service',
    amount: 22_000,
    margin: 0.5,
    share: 10,
    subjects: ['Spare parts frame', 'Seal kits', 'Impeller exchange'],
  },
]

export const productNamed = (name: string): Product => {
  const found = products.find((each) => each.name === name)
  if (found === undefined) throw new RangeError(`No product is called ${name}`)
  return found
}

export interface Weighted {
  readonly name: string
  readonly share: number
  /** Multiplies the chance of winning. */
  readonly win: number
}

export const sources: readonly Weighted[] = [
  { name: 'Outbound', share: 24, win: 0.85 },
  { name: 'Website', share: 20, win: 0.9 },
  { name: 'Trade fair', share: 14, win: 0.85 },
  { name: 'Partner', share: 13, win: 1.1 },
  { name: 'Referral', share: 12, win: 1.4 },
  { name: 'Service visit', share: 17, win: 1.2 },
]

export const fits: readonly (Weighted & { readonly name: 'A' | 'B' | 'C' })[] = [
  { name: 'A', share: 30, win: 1.35 },
  { name: 'B', share: 48, win: 1 },
  { name: 'C', share: 22, win: 0.55 },
]

export const types: readonly (Weighted & { readonly name: DealType; readonly cycle: number })[] = [
  { name: 'new', share: 48, win: 0.14, cycle: 1.12 },
  { name: 'expansion', share: 40, win: 0.27, cycle: 0.95 },
  { name: 'renewal', share: 12, win: 0.58, cycle: 0.65 },
]

/** Reasons why deals are lost; a blank one now and then, as people leave it out. */
export const lostReasons: readonly { readonly name: string | null; readonly share: number }[] = [
  { name: 'Price', share: 27 },
  { name: 'Competitor preferred', share: 21 },
  { name: 'No decision', share: 19 },
  { name: 'Budget cut', share: 12 },
  { name: 'Delivery time', share: 8 },
  { name: 'No answer', share: 7 },
  { name: null, share: 6 },
]

export const competitors: readonly { readonly name: string; readonly share: number }[] = [
  { name: 'Hydrovane Nord', share: 34 },
  { name: 'Strömfors', share: 26 },
  { name: 'Kestrel Pumps', share: 22 },
  { name: 'Own workshop', share: 18 },
]

export const nextSteps: readonly string[] = [
  'Site visit with the plant engineer',
  'Send reference list',
  'Agree on technical data',
  'Present the offer to purchasing',
  'Meet the plant manager',
  'Wait for the budget decision',
  'Confirm delivery time with the factory',
  'Revise the offer',
  'Get the contract to legal',
  'Call back after their board meeting',
]
