/**
 * The best `count` of many in one pass, best first, by a bounded insertion list. `before(a, b)` says whether a ranks
 * before b and must be a strict order, so that the outcome does not depend on the order of the items.
 */
export const topOf = (items: Iterable<number>, count: number, before: (a: number, b: number) => boolean): number[] => {
  const best: number[] = []
  for (const item of items) {
    const last = best[best.length - 1]
    if (best.length === count && (last === undefined || !before(item, last))) continue
    let at = best.length
    while (at > 0 && before(item, best[at - 1] as number)) at--
    best.splice(at, 0, item)
    if (best.length > count) best.pop()
  }
  return best
}
