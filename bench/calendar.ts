/** Civil dates of serial day numbers (0 = 30 December 1899), by whole-number arithmetic. */

/** 1 March 0000 is 693,899 days before serial 0; years counted from March end with their leap day. */
const marchEra = 693_899

/** `2025-Q3`. */
export const quarterOf = (day: number): string => {
  const days = day + marchEra
  const era = Math.floor(days / 146_097)
  const ofEra = days - era * 146_097
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const fromMarch = Math.floor((5 * ofYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return `${era * 400 + year + (month <= 2 ? 1 : 0)}-Q${Math.ceil(month / 3)}`
}

/** Serial 2 is a Monday. */
export const mondayOf = (day: number): number => day - ((day - 2) % 7)
