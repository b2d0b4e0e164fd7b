import { unknownToHost } from './host-error.ts'
import type { HostObject } from './host-object.ts'
import type { Json, QueryInfo } from './protocol.ts'

type Answered = Record<string, Json>

/** Select names are written as the client wrote them: `values`, `format/fill/color`, `items/name`. */
const wireName = (name: string): string => (name.startsWith('_') ? name : name.charAt(0).toUpperCase() + name.slice(1))

const isRecord = (value: Json | undefined): value is Answered =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What several selects ask of the same part stands side by side, however deep. */
const merged = (known: Json | undefined, more: Json): Json => {
  if (!isRecord(known) || !isRecord(more)) return more
  const both: Answered = { ...known }
  for (const [name, value] of Object.entries(more)) both[name] = merged(both[name], value)
  return both
}

const scalarsOf = (object: HostObject): Answered =>
  Object.fromEntries(object.scalars.map((name) => [name, object.read(name)]))

const readPath = (object: HostObject, path: readonly string[], into: Answered): void => {
  const [first = '', ...rest] = path
  if (first === '*' || first === '$all') {
    Object.assign(into, scalarsOf(object))
    return
  }
  const name = wireName(first)
  if (object.knows(name) === null) throw unknownToHost(`${object.type.name}.${name}`)
  if (object.knows(name) === 'property') {
    into[name] = object.read(name)
    return
  }
  const part = object.part(name)
  into[name] =
    part === null ? null : merged(into[name], query(part, { Select: rest.length > 0 ? [rest.join('/')] : [] }))
}

const readOne = (object: HostObject, select: readonly string[]): Answered => {
  const into: Answered = { ...object.identity }
  if (select.length === 0) Object.assign(into, scalarsOf(object))
  for (const path of select) readPath(object, path.split('/'), into)
  return into
}

const isCount = (path: string): boolean => path.toLowerCase() === 'count'

const readCollection = (items: readonly HostObject[], info: QueryInfo, select: readonly string[]): Answered => {
  const from = info.Skip ?? 0
  const shown = items.slice(from, info.Top ? from + info.Top : undefined)
  const ofItems = select.filter((path) => !isCount(path)).map((path) => path.replace(/^items\//i, ''))
  return {
    _Items: shown.map((item) => readOne(item, ofItems)),
    ...(select.some(isCount) && { Count: items.length }),
  }
}

/**
 * What a load asks for, as the client expects it: scalar properties by name, parts within parts, collections as `_Items`.
 *
 * @throws HostError `NotImplemented` for a property that the host does not know
 */
export const query = (object: HostObject, info: QueryInfo): Answered => {
  const select = [...(info.Select ?? []), ...(info.Expand ?? [])].filter((path) => path !== '')
  const items = object.items()
  return items === null ? readOne(object, select) : readCollection(items, info, select)
}
