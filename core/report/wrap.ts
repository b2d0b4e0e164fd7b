/** About what fits on one printed line of a tab. */
const lineLength = 125

/** A long sentence in lines of their own rows, so that nothing is cut off in print. */
export const wrap = (text: string): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > lineLength) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
