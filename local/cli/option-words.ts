/** A column to map, as sentences name it: `map "deals.owner=Rep"`. */
const mapping = /(?<!-)\bmap "(?=[a-z_]+\.[a-z_]+=)/g

/** A sentence of the core, which names no host, with the options that do here what it says. */
export const withOptions = (sentence: string): string => sentence.replace(mapping, '--map "')
