/** A column to map, as sentences name it: `map "deals.owner=Rep"`. */
const mapping = /(?<!-)\bmap "(?=[a-z_]+\.[a-z_]+=)/g

/** A setting to give, as sentences name it: `set decimal=comma`. */
const setting = /(?<!-)\b[Ss]et (?=[a-z_]+=[a-z])/g

/** A sentence of the core, which names no host, with the options that do here what it says. */
export const withOptions = (sentence: string): string =>
  sentence.replace(mapping, '--map "').replace(setting, 'pass --set ').replace('. pass --set', '. Pass --set')
