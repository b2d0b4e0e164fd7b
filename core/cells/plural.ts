/** `1 deal`, `1,512 deals`, `2 opportunities`: a whole number and the word that goes with it. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} ${count === 1 ? one : many}`
