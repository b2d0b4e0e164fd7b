const forbidden = /[:\\/?*[\]']/g
const longest = 31

/** A short code that tells two long names apart (FNV-1a, four letters). */
const codeOf = (text: string): string => {
  let hash = 2166136261
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619)
  return (hash >>> 0).toString(36).slice(-4).padStart(4, '0')
}

/** `TEAM North · 1 Forecast`: at most 31 characters, none of those that spreadsheets refuse. */
export const tabName = (pack: string, scope: string | null, label: string): string => {
  const clean = (text: string): string => text.replace(forbidden, ' ').replace(/\s+/g, ' ').trim()
  const full = `${pack}${scope === null ? '' : ` ${clean(scope)}`} · ${clean(label)}`
  if (full.length <= longest) return full
  const tail = `~${codeOf(full)} · ${clean(label)}`
  const head = `${pack} ${clean(scope ?? '')}`.slice(0, Math.max(pack.length, longest - tail.length))
  return `${head}${tail}`.slice(0, longest)
}

/**
 * `SPM_TEAM_North_forecast`: letters, digits and `_`, the same from one build to the next. A scope that had to be changed
 * or cut carries a code, so that two scopes never share a name.
 */
export const tableName = (pack: string, scope: string | null, block: string): string => {
  if (scope === null) return `SPM_${pack}_${block}`
  const ascii = scope.normalize('NFD').replace(/[^A-Za-z0-9]+/g, '')
  const part = ascii === scope && ascii.length <= 24 ? ascii : `${ascii.slice(0, 20)}${codeOf(scope)}`
  return `SPM_${pack}_${part}_${block}`
}
