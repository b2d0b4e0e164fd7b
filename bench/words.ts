/** Distinct words by code; 0 is the blank. */
export class Words {
  readonly all: string[] = ['']
  private readonly codes = new Map([['', 0]])

  /** The code of a word, a new one where it has none yet. */
  code(word: string): number {
    const known = this.codes.get(word)
    if (known !== undefined) return known
    const code = this.all.push(word) - 1
    this.codes.set(word, code)
    return code
  }

  /** The word of a code, for an answer. */
  at(code: number): string {
    return this.all[code] ?? ''
  }
}
