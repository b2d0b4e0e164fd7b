import type { XmlElement } from './read-xml.ts'

/** What a manifest is checked against. */
export interface Subject {
  readonly manifest: XmlElement
  /** Where the add-in is hosted, with a slash at the end. */
  readonly base: string
  /** Version of the package, such as `0.1.0`. */
  readonly version: string
  /** The bytes of a file of the hosted folder, by its path below the base; `null` where there is none. */
  readonly file: (path: string) => Uint8Array | null
  /** Ids of functions.json, and those that the code associates; `null` leaves them unchecked. */
  readonly functions: { readonly declared: readonly string[]; readonly associated: readonly string[] } | null
  /** Commands that the code associates. */
  readonly commands: readonly string[]
}

/** One thing that must hold: its name, and a sentence for each place where it does not. */
export interface Rule {
  readonly name: string
  readonly complaints: (subject: Subject) => readonly string[]
}

export const at = ({ line }: XmlElement, sentence: string): string => `line ${line}: ${sentence}`

/** What stands in an element, or in its `DefaultValue`. */
export const valueOf = (element: XmlElement | undefined): string =>
  element === undefined ? '' : (element.attributes.DefaultValue ?? element.text)
