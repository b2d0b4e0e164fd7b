import { unknownToHost } from './host-error.ts'
import type { Property } from './host-object.ts'
import type { Json } from './protocol.ts'

/** What the host keeps as Excel has it from the start, and lets nobody change to anything else. */
export const fixedProperty = (location: string, value: Json): Property<unknown> => ({
  get: () => value,
  set: (_target, given) => {
    if (given !== value) throw unknownToHost(`${location} other than ${JSON.stringify(value)}`)
  },
})
