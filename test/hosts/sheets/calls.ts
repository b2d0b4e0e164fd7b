/** How much a script may do, as Google says it for each way of starting one. */
export type Mode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL'

/** Counts the calls of services, says no to those that the mode does not allow, and fails those that a test picks. */
export class Calls {
  mode: Mode = 'FULL'
  readonly log: string[] = []
  /** Called before each call with its number, from 0, and its name; what it throws the script sees. */
  fault: (index: number, name: string) => void = () => undefined

  made(name: string): void {
    this.fault(this.log.length, name)
    this.log.push(name)
  }

  /** How often each was called. */
  counts(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>()
    for (const name of this.log) counts.set(name, (counts.get(name) ?? 0) + 1)
    return counts
  }

  reading(name: string): void {
    this.made(name)
    if (this.mode === 'NONE') throw new Error(`You do not have permission to call ${name}`)
  }

  writing(name: string): void {
    this.made(name)
    if (this.mode === 'FULL' || this.mode === 'LIMITED') return
    throw new Error(`You do not have permission to call ${name}. Required permissions: spreadsheets.currentonly`)
  }

  /** What needs the agreement of a person, and no custom function may do. */
  withConsent(name: string): void {
    this.made(name)
    if (this.mode !== 'FULL') throw new Error(`You do not have permission to call ${name}`)
  }
}

const isKept = (key: string | symbol): key is symbol => typeof key === 'symbol'

/**
 * A service object as a script sees it: members that Google has and this host lacks are an error, so that no test passes
 * by accident; methods keep their `this`.
 */
export const strict = <T extends object>(name: string, target: T): T =>
  new Proxy(target, {
    get(object, key) {
      if (isKept(key) || key === 'toString' || key === 'toJSON' || key === 'constructor')
        return Reflect.get(object, key) as unknown
      if (!(key in object)) throw new TypeError(`${name}.${key} is not in this host.`)
      const member = Reflect.get(object, key) as unknown
      return typeof member === 'function' ? (member.bind(object) as unknown) : member
    },
    set(_object, key) {
      throw new TypeError(`${name}.${String(key)} cannot be set.`)
    },
  })
