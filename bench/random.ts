/** A seeded source of numbers in [0, 1): Marsaglia's xorshift32, the same sequence for the same seed everywhere. */
export const seeded = (seed: number): (() => number) => {
  let state = seed | 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 0x1_0000_0000
  }
}
