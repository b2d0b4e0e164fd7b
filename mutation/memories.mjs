/** A WeakMap that, where it is made at the top of a module, is empty again after `forget`. */
const forgetfulWeakMap = (isLoading, undo) =>
  class ForgetfulWeakMap {
    #inside = new WeakMap()
    constructor(entries) {
      if (!isLoading()) return new WeakMap(entries)
      undo.push(() => {
        this.#inside = new WeakMap()
      })
    }
    get(key) {
      return this.#inside.get(key)
    }
    has(key) {
      return this.#inside.has(key)
    }
    set(key, value) {
      this.#inside.set(key, value)
      return this
    }
    delete(key) {
      return this.#inside.delete(key)
    }
  }

/**
 * Stands for Map, Set and WeakMap in modules that outlive a run: what is made at the top of a module is put back by
 * `forget` to what it held when the module had been loaded.
 */
export const memories = () => {
  let depth = 0
  const undo = []

  let atTop = []

  /** @param add how the kind takes in one entry again */
  const remembered = (Kind, add) => {
    const Made = function (entries) {
      const made = new Kind(entries)
      if (depth > 0) atTop.push({ made, add })
      return made
    }
    Made.prototype = Kind.prototype
    return Object.setPrototypeOf(Made, Kind)
  }

  const rememberTop = () => {
    for (const { made, add } of atTop) {
      const entries = [...made]
      undo.push(() => {
        if (made.size === entries.length) return
        made.clear()
        for (const entry of entries) add(made, entry)
      })
    }
    atTop = []
  }

  return {
    kinds: {
      WeakMap: forgetfulWeakMap(() => depth > 0, undo),
      Map: remembered(Map, (map, [key, value]) => map.set(key, value)),
      Set: remembered(Set, (set, value) => set.add(value)),
    },
    /** Whatever is made while a module is evaluated is remembered as it is then. */
    whileLoading(evaluate) {
      depth++
      try {
        evaluate()
      } finally {
        depth--
        if (depth === 0) rememberTop()
      }
    },
    forget() {
      for (const each of undo) each()
    },
  }
}
