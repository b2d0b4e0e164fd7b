import type { Texts } from './columns.ts'
import { headerKey } from './header.ts'
import { timePlan } from './tables/time-plan.ts'

/** What time is spent on. */
export const purposes = timePlan.fields.purpose.values
export type Purpose = (typeof purposes)[number]

/** What purposes are called, in the languages that headers are known in. */
const words: Readonly<Record<Purpose, string>> = {
  'lead gen':
    'lead gen|lead generation|leads|prospecting|new business|acquisition|cold calling|akquise|neukundengewinnung|prospection|prospección|prospektering|nykundsbearbetning|kundeemner|uusasiakashankinta|prospektointi',
  progress:
    'progress|opportunity progress|opportunity|opportunities|deal|deals|deal progress|follow-up|pipeline|verkaufschance|opportunité|oportunidad|affärsmöjlighet|salgsmulighed|salgsmulighet|myyntimahdollisuus',
  existing:
    'existing|existing customers|existing customer|existing business|account management|customer care|retention|renewal|bestandskunden|bestandskunde|clients existants|clientes existentes|befintliga kunder|eksisterende kunder|nykyiset asiakkaat',
  internal:
    'internal|admin|administration|reporting|training|intern|verwaltung|schulung|interne|interno|internt|hallinto|sisäinen',
  travel: 'travel|travelling|traveling|driving|reise|reisezeit|fahrt|voyage|déplacement|viaje|resa|restid|rejse|matka',
}

const byWord = new Map(
  purposes.flatMap((each) => words[each].split('|').map((word) => [headerKey(word), each] as const)),
)

/** The purpose of each row by the words of a column; null where it is blank or not known. */
export const readPurposes = (column: Texts): ((row: number) => Purpose | null) => {
  const ofLabel = column.labels.map((label) => byWord.get(headerKey(label)) ?? null)
  return (row) => ofLabel[column.code(row)] ?? null
}
