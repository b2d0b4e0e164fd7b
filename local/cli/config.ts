import { readFile } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import * as z from 'zod'
import { nearest } from '#core/dataset/nearest'
import { SpmError } from '#core/errors'
import { readFileArgument, type FileArgument } from './file-argument.ts'

const schema = z.strictObject({
  /** A table's file; the path is relative to the configuration. */
  tables: z.record(z.string(), z.string()).default({}),
  /** `deals.owner` → column, columns, or a constant in quotes. */
  map: z.record(z.string(), z.string()).default({}),
  /** Mappings that `spm map --save` wrote: each counts for the range that has its headers. */
  saved: z
    .array(
      z.strictObject({
        source: z.string(),
        table: z.string(),
        hash: z.string(),
        headers: z.array(z.string()),
        map: z.record(z.string(), z.string()),
      }),
    )
    .default([]),
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
})

/** What one file, or one tab of it, was read as when its mapping was saved. */
export interface SavedMap {
  /** Its name, for people. */
  readonly source: string
  readonly table: string
  /** Of its header row. */
  readonly hash: string
  readonly headers: readonly string[]
  /** `deals.owner` → column, columns, or a constant in quotes. */
  readonly map: Readonly<Record<string, string>>
}

export interface Config {
  readonly files: readonly FileArgument[]
  readonly map: readonly (readonly [key: string, value: string])[]
  readonly settings: Readonly<Record<string, unknown>>
  readonly saved: readonly SavedMap[]
}

export const noConfig: Config = { files: [], map: [], settings: {}, saved: [] }

const known = Object.keys(schema.shape)

const sentence = (path: string, issue: z.core.$ZodIssue): string => {
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    const near = nearest(key, known)
    return `${path} has the key "${key}", which is not known.${near === null ? ` Known are: ${known.join(', ')}.` : ` Did you mean "${near}"?`}`
  }
  const place = issue.path.length === 0 ? 'it' : `"${issue.path.join('.')}"`
  return `${path}: ${place} cannot be used (${issue.message}). Write it as {"tables": {"deals": "orders.csv"}, "map": {"deals.owner": "Rep"}, "settings": {"fiscal_start_month": 7}}.`
}

const parse = (path: string, text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw new SpmError('argument', `${path} is no JSON: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

const relativeTo = (config: string, path: string): string => (isAbsolute(path) ? path : join(dirname(config), path))

/** Reads a configuration file. */
export const readConfig = async (path: string): Promise<Config> => {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new SpmError('file', `The configuration ${path} cannot be read (${code}): check the path.`)
  })
  const result = schema.safeParse(parse(path, text.replace(/^\uFEFF/, '')))
  if (!result.success) {
    const [issue] = result.error.issues
    throw new SpmError('argument', issue === undefined ? `${path} cannot be used.` : sentence(path, issue))
  }
  const { tables, map, settings, saved } = result.data
  const files = Object.entries(tables).map(([table, file]) => readFileArgument(`${table}=${relativeTo(path, file)}`))
  return { files, map: Object.entries(map), settings, saved }
}
