import { text } from './given.ts'
import { notFound } from './host-error.ts'
import { HostObject, type ObjectType } from './host-object.ts'
import { unprotected, type AtTab } from './session.ts'

interface AtKey extends AtTab {
  readonly key: string
}

const propertyType: ObjectType<AtKey> = {
  name: 'WorksheetCustomProperty',
  identity: ({ key }) => ({ _Id: key }),
  properties: {
    Key: { get: ({ key }) => key },
    _Id: { get: ({ key }) => key },
    Value: {
      get: ({ tab, key }) => tab.properties.get(key) ?? '',
      set: (at, given) => {
        unprotected(at, 'WorksheetCustomProperty.value').properties.set(
          at.key,
          text(given, 'WorksheetCustomProperty.value'),
        )
      },
    },
  },
  methods: {
    Delete: ({ tab, key }) => {
      tab.properties.delete(key)
      return undefined
    },
  },
}

const find = (at: AtTab, key: string): HostObject | null => {
  const known = [...at.tab.properties.keys()].find((each) => each.toLowerCase() === key.toLowerCase())
  return known === undefined ? null : HostObject.of(propertyType, { ...at, key: known })
}

/** Keys are one whatever their capitals. */
export const customPropertiesType: ObjectType<AtTab> = {
  name: 'WorksheetCustomPropertyCollection',
  items: (at) => [...at.tab.properties.keys()].map((key) => HostObject.of(propertyType, { ...at, key })),
  item: (at, key) => {
    const where = 'WorksheetCustomPropertyCollection.getItem'
    const known = find(at, text(key, where))
    if (known === null) throw notFound(where)
    return known
  },
  methods: {
    Add: (at, key, value) => {
      const where = 'WorksheetCustomPropertyCollection.add'
      const known = find(at, text(key, where))?.as(propertyType)?.key ?? text(key, where)
      at.tab.properties.set(known, text(value, where))
      return HostObject.of(propertyType, { ...at, key: known })
    },
    GetItemOrNullObject: (at, key) => find(at, text(key, 'WorksheetCustomPropertyCollection.getItemOrNullObject')),
    GetCount: ({ tab }) => tab.properties.size,
  },
}
