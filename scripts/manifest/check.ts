import { addresses, icons, storePages } from './addresses.ts'
import { identity, leastPermission, requirementSets } from './identity.ts'
import { orderComplaints } from './order.ts'
import { definedResources, resourceIds, textLengths } from './resources.ts'
import { commandNames, controlIds, functionIds, namespace, sharedRuntime } from './runtime.ts'
import type { Rule, Subject } from './subject.ts'

const order: Rule = {
  name: 'elements stand where the schema has them, in its order',
  complaints: ({ manifest }) => orderComplaints(manifest),
}

/** Everything that must hold of the manifest, in the order in which it is said. */
export const rules: readonly Rule[] = [
  order,
  identity,
  requirementSets,
  leastPermission,
  definedResources,
  resourceIds,
  textLengths,
  addresses,
  icons,
  storePages,
  sharedRuntime,
  namespace,
  functionIds,
  commandNames,
  controlIds,
]

export interface Verdict {
  readonly rule: string
  readonly complaints: readonly string[]
}

export const checkManifest = (subject: Subject): readonly Verdict[] =>
  rules.map(({ name, complaints }) => ({ rule: name, complaints: complaints(subject) }))
