import { unknownToHost } from './host-error.ts'
import type { Json } from './protocol.ts'

/** What a method is called with: JSON, or objects of the workbook, or lists of either. */
export type Argument = Json | HostObject | readonly Argument[]

export type Answer = HostObject | Json | undefined

export interface Property<T> {
  readonly get: (target: T) => Json
  readonly set?: (target: T, value: Json) => void
}

/** One class of Excel's object model, as far as the host knows it; names are those on the wire. */
export interface ObjectType<T> {
  readonly name: string
  /** What the client keeps to find the object again: `{ Id }` or `{ _ReferenceId }`. */
  readonly identity?: (target: T) => Readonly<Record<string, Json>>
  readonly properties?: Readonly<Record<string, Property<T>>>
  /** Objects that belong to this one; `null` for one that is absent. */
  readonly parts?: Readonly<Record<string, (target: T) => HostObject | null>>
  readonly methods?: Readonly<Record<string, (target: T, ...given: readonly Argument[]) => Answer>>
  readonly items?: (target: T) => readonly HostObject[]
  readonly item?: (target: T, key: Argument) => HostObject
}

/** An object that a client can hold a path to. */
export class HostObject {
  private constructor(
    readonly type: ObjectType<unknown>,
    readonly target: unknown,
  ) {}

  static of<T>(type: ObjectType<T>, target: T): HostObject {
    return new HostObject(type as ObjectType<unknown>, target)
  }

  /** The target, where the object is of this type. */
  as<T>(type: ObjectType<T>): T | null {
    return this.type === (type as ObjectType<unknown>) ? (this.target as T) : null
  }

  get identity(): Readonly<Record<string, Json>> {
    return this.type.identity?.(this.target) ?? {}
  }

  get scalars(): readonly string[] {
    return Object.keys(this.type.properties ?? {})
  }

  knows(name: string): 'property' | 'part' | null {
    if (own(this.type.properties, name)) return 'property'
    return own(this.type.parts, name) ? 'part' : null
  }

  read(name: string): Json {
    return found(own(this.type.properties, name), this.named(name)).get(this.target)
  }

  write(name: string, value: Json): void {
    found(own(this.type.properties, name)?.set, `${this.named(name)} as something to set`)(this.target, value)
  }

  part(name: string): HostObject | null {
    return found(own(this.type.parts, name), this.named(name))(this.target)
  }

  call(name: string, given: readonly Argument[]): Answer {
    return found(own(this.type.methods, name), `${this.named(name)}()`)(this.target, ...given)
  }

  /** `null` where this is no collection. */
  items(): readonly HostObject[] | null {
    return this.type.items?.(this.target) ?? null
  }

  item(key: Argument): HostObject {
    return found(this.type.item, `${this.type.name} as a collection`)(this.target, key)
  }

  private named(name: string): string {
    return `${this.type.name}.${name}`
  }
}

const own = <V>(record: Readonly<Record<string, V>> | undefined, name: string): V | undefined =>
  record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined

const found = <V>(value: V | undefined, what: string): V => {
  if (value === undefined) throw unknownToHost(what)
  return value
}
