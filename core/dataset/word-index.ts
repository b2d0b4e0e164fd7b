const charsPerWord = 4
const wordsPerText = 4
const longest = charsPerWord * wordsPerText
const stride = wordsPerText + 1
/** Entries are kept in blocks, so that a growing index copies none of them. */
const blockBits = 10
const blockEntries = 1 << blockBits

const hash = (a: number, b: number, c: number, d: number): number => {
  const mixed =
    Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35) ^ Math.imul(d, 0x27d4eb2f)
  return mixed ^ (mixed >>> 15)
}

/** What {@link WordIndex.find} says of a text that has no number yet, and of one that it cannot hold. */
export const unknownText = -1
export const unfitText = -2

/**
 * Numbers of short plain texts, found without hashing strings: up to 16 printable ASCII characters are packed into four
 * machine words of 28 bits, exactly, and looked up in one preallocated table. Most IDs, names and categories fit; what
 * does not (longer, accented, or with untidy spaces) is `unfitText`, and belongs into a map.
 */
export class WordIndex {
  private size = 2048
  private count = 0
  private slots = new Int32Array(this.size)
  /** The four words and the number of each text, side by side. */
  private readonly blocks = [new Int32Array(blockEntries * stride)]
  private a = 0
  private b = 0
  private c = 0
  private d = 0
  private slot = 0

  /** The text's number; where it has none, the next {@link insert} gives it one. */
  find(text: string): number {
    if (!this.pack(text)) return unfitText
    const { slots, blocks, a, b, c, d } = this
    const mask = this.size - 1
    let slot = hash(a, b, c, d) & mask
    for (;;) {
      const entry = slots[slot] as number
      if (entry === 0) {
        this.slot = slot
        return unknownText
      }
      const entries = blocks[(entry - 1) >> blockBits] as Int32Array
      const at = ((entry - 1) & (blockEntries - 1)) * stride
      if (entries[at] === a && entries[at + 1] === b && entries[at + 2] === c && entries[at + 3] === d)
        return entries[at + 4] as number
      slot = (slot + 1) & mask
    }
  }

  /** Gives a number to the text that was last looked for, and not found. */
  insert(number: number): void {
    const block = this.count >> blockBits
    const entries = (this.blocks[block] ??= new Int32Array(blockEntries * stride))
    const at = (this.count++ & (blockEntries - 1)) * stride
    entries[at] = this.a
    entries[at + 1] = this.b
    entries[at + 2] = this.c
    entries[at + 3] = this.d
    entries[at + 4] = number
    this.slots[this.slot] = this.count
    if (this.count * 2 >= this.size) this.grow()
  }

  /** False for a text with a character that does not fit, or with a space that a tidy text would not have. */
  private pack(text: string): boolean {
    const { length } = text
    if (length > longest || length === 0) return false
    let before = 32
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    for (let i = 0; i < length; i++) {
      const char = text.charCodeAt(i)
      if ((char - 32) >>> 0 > 94 || (char === 32 && before === 32)) return false
      before = char
      if (i < 4) a = (a << 7) | char
      else if (i < 8) b = (b << 7) | char
      else if (i < 12) c = (c << 7) | char
      else d = (d << 7) | char
    }
    this.a = a
    this.b = b
    this.c = c
    this.d = d
    return before !== 32
  }

  private grow(): void {
    this.size *= 2
    this.slots = new Int32Array(this.size)
    for (let entry = 0; entry < this.count; entry++) this.place(entry)
  }

  private place(entry: number): void {
    const { slots } = this
    const entries = this.blocks[entry >> blockBits] as Int32Array
    const at = (entry & (blockEntries - 1)) * stride
    const [a, b] = [entries[at] as number, entries[at + 1] as number]
    const [c, d] = [entries[at + 2] as number, entries[at + 3] as number]
    const mask = this.size - 1
    let slot = hash(a, b, c, d) & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = entry + 1
  }
}
