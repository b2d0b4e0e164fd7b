import { readAddress, splitAddress } from '#local/workbook/address'
import { tabById, tabNamed } from '#local/workbook/make'
import type { NamedRange } from '#local/workbook/model'
import { placeOf, shownAddress } from './areas.ts'
import { flag, text } from './given.ts'
import { alreadyExists, invalidArgument, notFound } from './host-error.ts'
import { HostObject, type Argument, type ObjectType } from './host-object.ts'
import type { AtArea, Session } from './session.ts'

/** The names of the whole workbook, or of one tab. */
export interface AtNames {
  readonly session: Session
  readonly scope: string | null
}

interface AtName {
  readonly session: Session
  readonly named: NamedRange
}

const placeOfName = ({ session, named }: AtName): AtArea | null => {
  const { tab, address } = splitAddress(named.formula)
  const found = tab === null ? undefined : tabNamed(session.workbook, tab)
  const area = readAddress(address)
  return found === undefined || area === null ? null : { session, tab: found, area }
}

const nameType: ObjectType<AtName> = {
  name: 'NamedItem',
  identity: ({ named }) => ({ Name: named.name }),
  properties: {
    Name: { get: ({ named }) => named.name },
    Formula: {
      get: ({ named }) => named.formula,
      set: ({ named }, given) => {
        named.formula = text(given, 'NamedItem.formula')
      },
    },
    Type: { get: (at) => (placeOfName(at) === null ? 'Error' : 'Range') },
    Value: { get: (at) => at.named.formula.replace(/^=/, '') },
    Scope: { get: ({ named }) => (named.tab === null ? 'Workbook' : 'Worksheet') },
    Comment: { get: () => '' },
    Visible: {
      get: ({ named }) => named.visible,
      set: ({ named }, given) => {
        named.visible = flag(given, 'NamedItem.visible')
      },
    },
  },
  parts: {
    WorksheetOrNullObject: ({ session, named }) => {
      const tab = named.tab === null ? undefined : tabById(session.workbook, named.tab)
      return tab === undefined ? null : session.make.worksheet(tab)
    },
  },
  methods: {
    GetRange: (at) => {
      const place = placeOfName(at)
      if (place === null) throw notFound('NamedItem.getRange')
      return at.session.make.range(place)
    },
    GetRangeOrNullObject: (at) => {
      const place = placeOfName(at)
      return place === null ? null : at.session.make.range(place)
    },
    Delete: ({ session: { workbook }, named }) => {
      workbook.names.splice(workbook.names.indexOf(named), 1)
      return undefined
    },
  },
}

const within = ({ session, scope }: AtNames): readonly NamedRange[] =>
  session.workbook.names.filter(({ tab }) => tab === scope)

const find = (at: AtNames, key: Argument | undefined): HostObject | null => {
  const name = text(key, 'NamedItemCollection.getItem').toLowerCase()
  const named = within(at).find((each) => each.name.toLowerCase() === name)
  return named === undefined ? null : HostObject.of(nameType, { session: at.session, named })
}

const formulaOf = ({ session }: AtNames, reference: Argument | undefined, location: string): string => {
  if (typeof reference === 'string' && reference.startsWith('=')) return reference
  const { tab, area } = placeOf(session, reference, null, location)
  const absolute = shownAddress(tab, area).replace(/([A-Z]+)(\d+)(?=$|:)/g, '$$$1$$$2')
  return `=${absolute}`
}

export const namesType: ObjectType<AtNames> = {
  name: 'NamedItemCollection',
  items: (at) => within(at).map((named) => HostObject.of(nameType, { session: at.session, named })),
  item: (at, key) => {
    const found = find(at, key)
    if (found === null) throw notFound('NamedItemCollection.getItem')
    return found
  },
  methods: {
    Add: (at, name, reference) => {
      const where = 'NamedItemCollection.add'
      const word = text(name, where)
      if (!/^[A-Za-z_\\][\w.\\]*$/.test(word) || readAddress(word) !== null) throw invalidArgument(where)
      if (find(at, word) !== null) throw alreadyExists(where)
      const named: NamedRange = { name: word, tab: at.scope, formula: formulaOf(at, reference, where), visible: true }
      at.session.workbook.names.push(named)
      return HostObject.of(nameType, { session: at.session, named })
    },
    GetItemOrNullObject: find,
    GetCount: (at) => within(at).length,
  },
}
