/** Names of the months without accents: English, German, French, Spanish, Finnish, Swedish and Danish, where they differ. */
const names: readonly string[] = [
  'january|januar|janner|janvier|enero|tammi|januari',
  'february|februar|feber|fevrier|febrero|helmi|februari',
  'march|mar|marz|mrz|mars|marzo|maalis|marts',
  'april|avril|abril|huhti',
  'may|mai|mayo|touko|maj',
  'june|juni|juin|junio|kesa',
  'july|juli|juillet|julio|heina',
  'august|aout|agosto|elo|augusti',
  'september|septembre|septiembre|setiembre|syys',
  'october|oktober|octobre|octubre|loka',
  'november|novembre|noviembre|marras',
  'december|dezember|decembre|diciembre|joulu',
]

const known: readonly (readonly string[])[] = names.map((each) => each.split('|'))

const keyOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/kuu(ta)?$/, '')

const find = (key: string): number | null => {
  const exact = known.findIndex((each) => each.includes(key))
  if (exact >= 0) return exact + 1
  const near = known.flatMap((each, month) => (each.some((name) => name.startsWith(key)) ? [month + 1] : []))
  const [only = null, other] = near
  return other === undefined ? only : null
}

const found = new Map<string, number | null>()

/**
 * The month, 1 to 12, that a name or its beginning (three letters at the least) names in one of seven languages;
 * `null` for any other word, and for a beginning that fits two months.
 */
export const monthNamed = (name: string): number | null => {
  const before = found.get(name)
  if (before !== undefined) return before
  const key = keyOf(name)
  const month = key.length < 3 ? null : find(key)
  if (found.size < 1000) found.set(name, month)
  return month
}
