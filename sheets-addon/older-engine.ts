/** Google does not say which version of JavaScript's library Apps Script has: what core uses of 2021 and later is added where it is missing. */

interface Older {
  at?: unknown
}

const add = (prototype: object, name: string, value: unknown): void => {
  if (!(name in prototype)) Object.defineProperty(prototype, name, { value, configurable: true, writable: true })
}

function at<T>(this: ArrayLike<T> & Older, index: number): T | undefined {
  return this[index < 0 ? this.length + index : index]
}

function replaceAll(this: string, found: string | RegExp, by: string): string {
  return typeof found === 'string' ? this.split(found).join(by) : this.replace(found, by)
}

const hasOwn = (object: object, key: PropertyKey): boolean => Object.prototype.hasOwnProperty.call(object, key)

/** Fills the gaps; does nothing on a newer engine. */
export const fillOlderEngine = (): void => {
  add(Array.prototype, 'at', at)
  add(String.prototype, 'replaceAll', replaceAll)
  add(Object, 'hasOwn', hasOwn)
}
