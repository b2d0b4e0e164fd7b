/** A column that tells when a deal came into a stage, when it left it, or how long it stayed. */
export interface StageColumn {
  readonly column: number
  readonly tells: 'entered' | 'exited' | 'seconds' | 'other'
  /** As the header names the stage, with a pipeline in brackets where it names one. */
  readonly stage: string
}

const shapes: readonly (readonly [tells: StageColumn['tells'], shape: RegExp])[] = [
  ['entered', /^date entered (.+)$/i],
  ['exited', /^date exited (.+)$/i],
  ['seconds', /^time in (['"‘“].+)$/i],
  ['other', /^(?:latest|cumulative) time in (.+)$/i],
]

const quotes = /^['"‘“]\s*|\s*['"’”]$/gu

const stageColumnOf = (header: string, column: number): readonly StageColumn[] => {
  for (const [tells, shape] of shapes) {
    const stage = shape.exec(header.trim())?.[1]?.replace(quotes, '')
    if (stage !== undefined && stage.toLowerCase() !== 'current stage') return [{ column, tells, stage }]
  }
  return []
}

/** The columns by stage that HubSpot writes: `Date entered Proposal`, `Date exited Proposal`, `Time in 'Proposal (Sales)'`. */
export const stageColumns = (headers: readonly string[]): readonly StageColumn[] => headers.flatMap(stageColumnOf)

const pipeline = /\s*\([^()]*\)$/

/** The stage as deals call it: without the pipeline in brackets, unless deals write that too. */
export const stageNamed = (text: string, known: ReadonlySet<string>): string =>
  known.has(text) ? text : text.replace(pipeline, '')
