import { elementAt, everyElement, type XmlElement } from './read-xml.ts'
import { at, valueOf, type Rule } from './subject.ts'

/** Excel cuts off what is longer. */
const longestId = 32

const resourcesOf = (manifest: XmlElement): readonly XmlElement[] =>
  elementAt(manifest, 'VersionOverrides', 'Resources')?.children.flatMap(({ children }) => children) ?? []

export const resourceValue = (manifest: XmlElement, id: string | undefined): string =>
  valueOf(resourcesOf(manifest).find(({ attributes }) => attributes.id === id))

/** The kind of resource that an element with a `resid` refers to. */
const kindFor = ({ name }: XmlElement): string => {
  if (name === 'bt:Image') return 'bt:Image'
  return /Location|Url|^FunctionFile$|^Runtime$/.test(name) ? 'bt:Url' : 'bt:String'
}

const references = (manifest: XmlElement): readonly XmlElement[] =>
  everyElement(manifest).filter(({ attributes }) => attributes.resid !== undefined)

export const definedResources: Rule = {
  name: 'every resid is defined, as the kind that it stands for',
  complaints: ({ manifest }) =>
    references(manifest).flatMap((element) => {
      const id = element.attributes.resid ?? ''
      const found = resourcesOf(manifest).find(({ attributes }) => attributes.id === id)
      if (found === undefined) return [at(element, `the resid ${id} is not defined in <Resources>.`)]
      const kind = kindFor(element)
      return found.name === kind ? [] : [at(element, `the resid ${id} is a <${found.name}>; a <${kind}> is needed.`)]
    }),
}

export const resourceIds: Rule = {
  name: `ids of resources are unique, used, and at most ${longestId} characters long`,
  complaints: ({ manifest }) => {
    const used = new Set(references(manifest).map(({ attributes }) => attributes.resid))
    const resources = resourcesOf(manifest)
    return resources.flatMap((element, i) => {
      const id = element.attributes.id ?? ''
      return [
        ...(id.length > longestId
          ? [at(element, `the id ${id} has ${id.length} characters, at most ${longestId}.`)]
          : []),
        ...(resources.findIndex(({ attributes }) => attributes.id === id) < i
          ? [at(element, `the id ${id} is taken.`)]
          : []),
        ...(used.has(id) ? [] : [at(element, `the resource ${id} is used nowhere.`)]),
      ]
    })
  },
}

const longest: Readonly<Record<string, number>> = { 'bt:ShortStrings': 125, 'bt:LongStrings': 250 }
const longestOfTop: Readonly<Record<string, number>> = { ProviderName: 125, DisplayName: 125, Description: 250 }

const lengthComplaint = (element: XmlElement, most: number): readonly string[] => {
  const text = valueOf(element)
  const name = element.attributes.id ?? element.name
  if (text === '') return [at(element, `${name} is empty.`)]
  return text.length > most ? [at(element, `${name} has ${text.length} characters, at most ${most}.`)] : []
}

export const textLengths: Rule = {
  name: 'texts are as short as Excel and its store want them',
  complaints: ({ manifest }) => [
    ...manifest.children.flatMap((element) => {
      const most = longestOfTop[element.name]
      return most === undefined ? [] : lengthComplaint(element, most)
    }),
    ...(elementAt(manifest, 'VersionOverrides', 'Resources')?.children ?? []).flatMap((group) => {
      const most = longest[group.name]
      return most === undefined ? [] : group.children.flatMap((element) => lengthComplaint(element, most))
    }),
  ],
}
