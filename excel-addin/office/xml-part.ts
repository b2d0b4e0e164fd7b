import type * as z from 'zod/mini'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Characters that XML cannot carry stand in JSON as escapes anyway, but for two. */
const inJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[\uFFFE\uFFFF\u007F]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A value as the text of an XML part that travels with the workbook. */
export const toXml = (namespace: string, value: unknown): string =>
  `<spm xmlns="${namespace}">${inJson(value).replace(/[&<>]/g, (c) => escapes[c] ?? c)}</spm>`

const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => {
    const plain = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
    return plain[name as keyof typeof plain]
  })

/** The value of a part of ours; `null` where the text is none, or not as this version writes it. */
export const fromXml = <T>(xml: string, shape: z.ZodMiniType<T>): T | null => {
  const text = /<spm\b[^>]*>([\s\S]*)<\/spm>\s*$/.exec(xml)?.[1]
  if (text === undefined) return null
  try {
    return shape.safeParse(JSON.parse(unescaped(text))).data ?? null
  } catch {
    return null
  }
}
