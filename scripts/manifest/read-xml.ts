import { SaxesParser } from 'saxes'

export interface XmlElement {
  /** With its prefix where it has one, such as `bt:Image`. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
  /** From 1. */
  readonly line: number
}

interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  text: string
  readonly line: number
}

/** Reads a document in which order matters and every name space is declared. Throws an Error that names line and column. */
export const readXml = (xml: string): XmlElement => {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const top: Open = { name: '', attributes: {}, children: [], text: '', line: 0 }
  const open = [top]
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]))
    const element: Open = { name, attributes: values, children: [], text: '', line: parser.line }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += text.trim()
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  const [root] = top.children
  if (root === undefined) throw new Error('The document has no element.')
  return root
}

/** The element and everything in it, in the order of the document. */
export const everyElement = (element: XmlElement): readonly XmlElement[] => [
  element,
  ...element.children.flatMap(everyElement),
]

/** The first element at the end of a path of names; `Host` also means `Host` of any position. */
export const elementAt = (element: XmlElement, ...path: readonly string[]): XmlElement | undefined => {
  const [name, ...rest] = path
  if (name === undefined) return element
  for (const child of element.children) {
    const found = child.name === name ? elementAt(child, ...rest) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

export const elementsNamed = (element: XmlElement, name: string): readonly XmlElement[] =>
  everyElement(element).filter((each) => each.name === name)
