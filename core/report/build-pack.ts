import { SpmError, type ErrorCode } from '../errors.ts'
import type { Dataset } from '../dataset/dataset.ts'
import type { Finding } from '../dataset/findings.ts'
import type { Instruction } from './instructions.ts'
import type { Unlock } from './pack-context.ts'
import { packs, type PackName } from './packs/index.ts'
import { needColumn } from '../metrics/missing-column.ts'
import { place } from './place.ts'
import type { Report } from './report.ts'

export interface PackRequest {
  readonly pack: string
  readonly data: Dataset
  /** Person, team, region or filter; `null` is everybody. */
  readonly scope: string | null
}

export interface Pack {
  readonly ok: true
  readonly report: Report
  readonly instructions: readonly Instruction[]
  readonly findings: readonly Finding[]
  readonly unlocks: readonly Unlock[]
}

export interface NoPack {
  readonly ok: false
  readonly code: ErrorCode
  readonly reason: string
}

const isPack = (name: string): name is PackName => name in packs

/** The door for meeting packs: an open dataset in; the report and what a host has to write out. */
export const buildPack = ({ pack, data, scope }: PackRequest): Pack | NoPack => {
  const name = pack.toUpperCase()
  if (!isPack(name))
    return {
      ok: false,
      code: 'argument',
      reason: `There is no pack "${pack}". There is: ${Object.keys(packs).join(', ')}.`,
    }
  try {
    const scoped = scope === null || scope === '' ? data : data.within(scope)
    if (scoped.table('deals') !== null) needColumn(scoped, 'deals', 'status', scoped.column('deals', 'status'))
    const { report, unlocks } = packs[name](scoped)
    return { ok: true, report, unlocks, instructions: place(report), findings: scoped.findings() }
  } catch (error) {
    if (error instanceof SpmError) return { ok: false, code: error.code, reason: error.message }
    throw error
  }
}
