const steps = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const
const gap = ' '

/**
 * Numbers as a row of bars made of characters: from 0 (or the least, if that is negative) to the most, a blank as a gap.
 * All alike are all at the bottom when 0, else all at the top.
 */
export const sparkText = (values: readonly (number | null)[]): string => {
  const numbers = values.filter((value) => value !== null)
  const least = Math.min(0, ...numbers)
  const span = Math.max(0, ...numbers) - least
  return values
    .map((value) => {
      if (value === null) return gap
      const share = span === 0 ? 0 : (value - least) / span
      return steps[Math.round(share * (steps.length - 1))] ?? gap
    })
    .join('')
}
