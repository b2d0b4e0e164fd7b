import { Texts } from './columns.ts'
import type { ListedStages } from './listed-stages.ts'

const byPipeline = (stage: Texts, pipeline: Texts, { nameOf }: ListedStages): Texts => {
  const labels = ['']
  const codes = new Map([['', 0]])
  const known = new Map<number, number>()
  const codeOf = (label: string): number => {
    const code = codes.get(label) ?? labels.push(label) - 1
    codes.set(label, code)
    return code
  }
  const width = pipeline.labels.length
  const renamed = new Uint32Array(stage.length)
  for (let row = 0; row < renamed.length; row++) {
    const code = stage.code(row)
    const pair = code * width + pipeline.code(row)
    const found = known.get(pair) ?? codeOf(code === 0 ? '' : nameOf(stage.label(code), pipeline.at(row)))
    known.set(pair, found)
    renamed[row] = found
  }
  return new Texts(renamed, labels)
}

/** Stages under their names of today; one that the Stages table does not have keeps its own. */
export const nameStages = (stage: Texts, pipeline: Texts | null, listed: ListedStages): Texts =>
  pipeline === null || !listed.inPipelines
    ? stage.relabel((label) => listed.nameOf(label, ''))
    : byPipeline(stage, pipeline, listed)
