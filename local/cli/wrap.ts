/** Breaks a text between words into lines of at most `width` characters; without a width it stays one line. */
export const wrap = (text: string, width: number | null): readonly string[] => {
  if (width === null) return [text]
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
