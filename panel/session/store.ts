/** A value that changes, and those who want to know. */
export interface Store<T> {
  get(): T
  /** Replaces the named parts. */
  set(parts: Partial<T>): void
  /** Calls back after every change; returns the way to stop. */
  subscribe(changed: () => void): () => void
}

export const createStore = <T extends object>(first: T): Store<T> => {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (parts) => {
      value = { ...value, ...parts }
      for (const changed of [...listeners]) changed()
    },
    subscribe: (changed) => {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
  }
}
