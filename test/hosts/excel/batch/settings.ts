import { text } from './given.ts'
import { invalidArgument, notFound } from './host-error.ts'
import { HostObject, type Argument, type ObjectType } from './host-object.ts'
import type { Json } from './protocol.ts'
import type { Session } from './session.ts'

interface AtSetting {
  readonly session: Session
  readonly key: string
}

const isJson = (given: Argument | undefined): given is Json => given !== undefined && !(given instanceof HostObject)

/** A copy, so that nobody shares it with the client. */
const kept = (given: Argument | undefined, location: string): Json => {
  if (!isJson(given)) throw invalidArgument(location)
  return structuredClone(given)
}

const settingType: ObjectType<AtSetting> = {
  name: 'Setting',
  identity: ({ key }) => ({ _Id: key }),
  properties: {
    _Id: { get: ({ key }) => key },
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ session, key }) => (session.workbook.settings.get(key) ?? null) as Json,
      set: ({ session, key }, given) => {
        session.workbook.settings.set(key, kept(given, 'Setting.value'))
      },
    },
  },
  methods: {
    Delete: ({ session, key }) => {
      session.workbook.settings.delete(key)
      return undefined
    },
  },
}

const find = (session: Session, key: string): HostObject | null =>
  session.workbook.settings.has(key) ? HostObject.of(settingType, { session, key }) : null

export const settingsType: ObjectType<Session> = {
  name: 'SettingCollection',
  items: (session) => [...session.workbook.settings.keys()].map((key) => HostObject.of(settingType, { session, key })),
  item: (session, key) => {
    const found = find(session, text(key, 'SettingCollection.getItem'))
    if (found === null) throw notFound('SettingCollection.getItem')
    return found
  },
  methods: {
    Add: (session, key, value) => {
      const name = text(key, 'SettingCollection.add')
      session.workbook.settings.set(name, kept(value, 'SettingCollection.add'))
      return HostObject.of(settingType, { session, key: name })
    },
    GetItemOrNullObject: (session, key) => find(session, text(key, 'SettingCollection.getItemOrNullObject')),
    GetCount: ({ workbook }) => workbook.settings.size,
  },
}
