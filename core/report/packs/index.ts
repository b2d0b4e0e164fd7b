import type { Dataset } from '../../dataset/dataset.ts'
import type { Unlock } from '../pack-context.ts'
import type { Report } from '../report.ts'
import { teamPack } from './team.ts'

/** Every meeting that has a pack; a new one is one file and one line here. */
export const packs = { TEAM: teamPack } as const satisfies Readonly<
  Record<string, (data: Dataset) => { readonly report: Report; readonly unlocks: readonly Unlock[] }>
>

export type PackName = keyof typeof packs
