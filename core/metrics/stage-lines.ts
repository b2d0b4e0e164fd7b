import { nameKey } from '../dataset/people.ts'
import type { StageOrder } from '../dataset/stage-order.ts'

/** The open stages of every pipeline, one after the other: a stage's lane is its number among them. */
export interface StageLines {
  readonly lanes: number
  readonly lines: readonly StageLine[]
  /** Lane of a position in the order of stages; -1 where it holds no open deals. */
  laneOf(position: number): number
  /** Whether one lane comes right after another in the same line. */
  follows(lane: number, before: number): boolean
  isFirst(lane: number): boolean
  isLast(lane: number): boolean
  /** The line of a pipeline by its name; the only one where there is one, -1 where the name is not known. */
  lineNamed(pipeline: string): number
  label(lane: number): string
}

export interface StageLine {
  /** First lane, and the one after the last. */
  readonly first: number
  readonly end: number
}

export const stageLines = (order: StageOrder): StageLines => {
  const laneOf = new Int32Array(order.stages.length).fill(-1)
  const lines: { first: number; end: number }[] = []
  const names: string[] = []
  const ofLane: number[] = []
  order.open.forEach((position, lane) => {
    laneOf[position] = lane
    const name = nameKey(order.stages[position]?.pipeline ?? '')
    if (names[names.length - 1] !== name) {
      names.push(name)
      lines.push({ first: lane, end: lane })
    }
    const line = lines[lines.length - 1]
    if (line !== undefined) line.end = lane + 1
    ofLane.push(lines.length - 1)
  })
  return {
    lanes: order.open.length,
    lines,
    laneOf: (position) => laneOf[position] ?? -1,
    follows: (lane, before) => before >= 0 && lane === before + 1 && ofLane[lane] === ofLane[before],
    isFirst: (lane) => lane >= 0 && ofLane[lane] !== ofLane[lane - 1],
    isLast: (lane) => lane >= 0 && ofLane[lane] !== ofLane[lane + 1],
    lineNamed: (pipeline) => (lines.length === 1 ? 0 : names.indexOf(nameKey(pipeline))),
    label: (lane) => order.label(order.open[lane] ?? -1),
  }
}
