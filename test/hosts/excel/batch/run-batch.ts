import { HostError, invalidArgument, notFound, unknownToHost } from './host-error.ts'
import { HostObject, type Argument } from './host-object.ts'
import {
  actions,
  objectPaths,
  type Action,
  type ActionResult,
  type ArgumentInfo,
  type Batch,
  type BatchAnswer,
  type BatchFailure,
  type Json,
  type ObjectPath,
  type PathIds,
} from './protocol.ts'
import { query } from './query.ts'

/** Where paths begin. */
export interface Roots {
  readonly workbook: HostObject
  /** A service beside the workbook, such as that of custom functions; `undefined` where the host has none of this name. */
  service(name: string): HostObject | undefined
  /** An object that the client keeps by reference. */
  reference(id: string): HostObject | undefined
}

interface Run {
  readonly batch: Batch
  readonly roots: Roots
  /** Objects found so far, by the id of their path: a path means the same object throughout a batch. */
  readonly known: Map<number, HostObject | null>
}

const argumentOf = (run: Run, given: Json | undefined, ids: PathIds | undefined): Argument => {
  if (typeof ids === 'number') return ids === 0 ? (given ?? null) : objectAt(run, ids)
  if (ids === undefined) return given ?? null
  const list = Array.isArray(given) ? (given as readonly Json[]) : []
  return list.map((each, index) => argumentOf(run, each, ids[index]))
}

const argumentsOf = (run: Run, info: ArgumentInfo | undefined): readonly Argument[] =>
  (info?.Arguments ?? []).map((given, index) => argumentOf(run, given, info?.ReferencedObjectPathIds?.[index]))

const asObject = (answer: unknown, what: string): HostObject | null => {
  if (answer === null || answer instanceof HostObject) return answer
  throw unknownToHost(`${what} as an object`)
}

const follow = (run: Run, path: ObjectPath): HostObject | null => {
  const { Name: name, ParentObjectPathId: parentId, ArgumentInfo: given } = path
  const fromParent = (step: (parent: HostObject) => HostObject | null): HostObject | null => {
    const parent = objectAt(run, parentId)
    return parent === null ? null : step(parent)
  }
  switch (path.ObjectPathType) {
    case objectPaths.global:
      return run.roots.workbook
    case objectPaths.newService: {
      const service = run.roots.service(name)
      if (service === undefined) throw unknownToHost(`the service ${name}`)
      return service
    }
    case objectPaths.method:
      return fromParent((parent) => asObject(parent.call(name, argumentsOf(run, given)), `${parent.type.name}.${name}`))
    case objectPaths.property:
      return fromParent((parent) => parent.part(name))
    case objectPaths.indexer:
      return fromParent((parent) => parent.item(argumentsOf(run, given)[0] ?? null))
    case objectPaths.reference: {
      const kept = run.roots.reference(name)
      if (kept !== undefined) return kept
      throw new HostError('InvalidReference', 'This reference is not valid for the current operation.', name)
    }
    case objectPaths.nothing:
      return null
    default:
      throw unknownToHost(`object paths of type ${path.ObjectPathType}`)
  }
}

const objectAt = (run: Run, id: number): HostObject | null => {
  const known = run.known.get(id)
  if (known !== undefined) return known
  const path = run.batch.ObjectPaths[id]
  if (path === undefined) throw invalidArgument(`the object path ${id}`)
  const object = follow(run, path)
  run.known.set(id, object)
  return object
}

const setAll = (object: HostObject, state: Readonly<Record<string, Json>>): void => {
  for (const [name, value] of Object.entries(state)) object.write(name.charAt(0).toUpperCase() + name.slice(1), value)
}

const perform = (run: Run, action: Action): Json => {
  if (action.ActionType === actions.trace) return null
  const object = objectAt(run, action.ObjectPathId)
  switch (action.ActionType) {
    case actions.instantiate:
      return object === null ? null : object.identity
    case actions.query:
    case actions.queryAsJson:
      return object === null ? null : query(object, action.QueryInfo ?? {})
    case actions.method: {
      const answer = object === null ? null : (object.call(action.Name, argumentsOf(run, action.ArgumentInfo)) ?? null)
      return answer instanceof HostObject ? answer.identity : answer
    }
    case actions.setProperty: {
      if (object === null) throw notFound(action.Name)
      const [value = null] = action.ArgumentInfo?.Arguments ?? []
      object.write(action.Name, value)
      return null
    }
    case actions.update:
      if (object === null) throw notFound(action.Name)
      setAll(object, action.ObjectState ?? {})
      return null
    default:
      throw unknownToHost(`actions of type ${action.ActionType}`)
  }
}

const failureOf = (error: HostError, index: number): BatchFailure => ({
  Code: error.code,
  Message: error.message,
  Location: error.location,
  ActionIndex: index,
  HttpStatusCode: error.code === 'ItemNotFound' ? 404 : 400,
})

/**
 * Carries out a batch in the order of its actions. The first that fails ends it; those before stay done, as in Excel.
 *
 * @param before called before each action with its index; what it throws stands for that action
 */
export const runBatch = (batch: Batch, roots: Roots, before: (index: number) => void): BatchAnswer => {
  const run: Run = { batch, roots, known: new Map() }
  const results: ActionResult[] = []
  for (const [index, action] of batch.Actions.entries())
    try {
      before(index)
      results.push({ ActionId: action.Id, Value: perform(run, action) })
    } catch (error) {
      if (!(error instanceof HostError)) throw error
      return { Results: results, Error: failureOf(error, index) }
    }
  return { Results: results }
}
