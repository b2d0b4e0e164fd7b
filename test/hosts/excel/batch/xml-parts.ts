import { SaxesParser } from 'saxes'
import { nextId } from '#local/workbook/make'
import type { XmlPart } from '#local/workbook/model'
import { text } from './given.ts'
import { HostError, invalidArgument, notFound } from './host-error.ts'
import { HostObject, type Argument, type ObjectType } from './host-object.ts'
import type { Session } from './session.ts'

interface AtPart {
  readonly session: Session
  readonly part: XmlPart
}

interface AtNamespace {
  readonly session: Session
  readonly namespace: string
}

/** Namespace of the root element; a text that is no XML is the client's mistake. */
const namespaceOf = (xml: string, location: string): string => {
  const roots: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', () => {
    throw invalidArgument(location)
  })
  parser.on('opentag', ({ uri }) => {
    roots.push(uri)
  })
  parser.write(xml).close()
  const [namespace] = roots
  if (namespace === undefined) throw invalidArgument(location)
  return namespace
}

const partType: ObjectType<AtPart> = {
  name: 'CustomXmlPart',
  identity: ({ part }) => ({ Id: part.id }),
  properties: { Id: { get: ({ part }) => part.id }, NamespaceUri: { get: ({ part }) => part.namespace } },
  methods: {
    GetXml: ({ part }) => part.xml,
    SetXml: ({ part }, given) => {
      const xml = text(given, 'CustomXmlPart.setXml')
      if (namespaceOf(xml, 'CustomXmlPart.setXml') !== part.namespace)
        throw new HostError('NotImplemented', 'The test host keeps the namespace of a part.', 'CustomXmlPart.setXml')
      part.xml = xml
      return undefined
    },
    Delete: ({ session: { workbook }, part }) => {
      workbook.xmlParts.splice(workbook.xmlParts.indexOf(part), 1)
      return undefined
    },
  },
}

const objectsOf = (session: Session, parts: readonly XmlPart[]): readonly HostObject[] =>
  parts.map((part) => HostObject.of(partType, { session, part }))

const find = (session: Session, parts: readonly XmlPart[], id: Argument | undefined): HostObject | null => {
  const word = text(id, 'CustomXmlPartCollection.getItem')
  return (
    objectsOf(
      session,
      parts.filter((part) => part.id === word),
    )[0] ?? null
  )
}

const get = (session: Session, parts: readonly XmlPart[], id: Argument | undefined): HostObject => {
  const found = find(session, parts, id)
  if (found === null) throw notFound('CustomXmlPartCollection.getItem')
  return found
}

const scoped = ({ session, namespace }: AtNamespace): readonly XmlPart[] =>
  session.workbook.xmlParts.filter((part) => part.namespace === namespace)

const only = (at: AtNamespace): HostObject | null => {
  const [first, second] = objectsOf(at.session, scoped(at))
  return first !== undefined && second === undefined ? first : null
}

const scopedType: ObjectType<AtNamespace> = {
  name: 'CustomXmlPartScopedCollection',
  items: (at) => objectsOf(at.session, scoped(at)),
  item: (at, id) => get(at.session, scoped(at), id),
  methods: {
    GetCount: (at) => scoped(at).length,
    GetItemOrNullObject: (at, id) => find(at.session, scoped(at), id),
    GetOnlyItemOrNullObject: only,
    GetOnlyItem: (at) => {
      const found = only(at)
      if (found === null) throw notFound('CustomXmlPartScopedCollection.getOnlyItem')
      return found
    },
  },
}

export const xmlPartsType: ObjectType<Session> = {
  name: 'CustomXmlPartCollection',
  items: (session) => objectsOf(session, session.workbook.xmlParts),
  item: (session, id) => get(session, session.workbook.xmlParts, id),
  methods: {
    Add: (session, given) => {
      const xml = text(given, 'CustomXmlPartCollection.add')
      const namespace = namespaceOf(xml, 'CustomXmlPartCollection.add')
      const part: XmlPart = { id: nextId(session.workbook), namespace, xml }
      session.workbook.xmlParts.push(part)
      return HostObject.of(partType, { session, part })
    },
    GetByNamespace: (session, namespace) =>
      HostObject.of(scopedType, { session, namespace: text(namespace, 'CustomXmlPartCollection.getByNamespace') }),
    GetCount: ({ workbook }) => workbook.xmlParts.length,
    GetItemOrNullObject: (session, id) => find(session, session.workbook.xmlParts, id),
  },
}
