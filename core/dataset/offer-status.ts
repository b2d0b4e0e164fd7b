import type { Texts } from './columns.ts'
import { headerKey } from './header.ts'
import { statusCode } from './status.ts'
import { statusNames } from './columns.ts'

export type OfferStatus = 'open' | 'won' | 'lost' | 'withdrawn'

/** Words for offers beyond those for deals, in the languages that headers are known in. */
const words: Readonly<Record<OfferStatus, string>> = {
  open: 'sent|pending|submitted|presented|delivered|issued|awaiting answer|under review|in review|draft|gesendet|versendet|envoyé|envoyée|en attente|enviada|enviado|pendiente|skickad|sendt|lähetetty',
  won: 'accepted|signed|ordered|approved|angenommen|beauftragt|accepté|acceptée|signé|aceptada|aceptado|accepterad|accepteret|akseptert|hyväksytty',
  lost: 'rejected|declined|refused|expired|abgelehnt|abgelaufen|refusé|refusée|expiré|rechazada|rechazado|vencida|avböjd|afvist|avslått|hylätty',
  withdrawn:
    'withdrawn|cancelled|canceled|void|revised|superseded|replaced|zurückgezogen|storniert|retiré|retirée|annulé|annulée|retirada|anulada|återkallad|trukket|trukket tilbake|peruttu',
}

const byWord = new Map(
  (Object.keys(words) as OfferStatus[]).flatMap((status) =>
    words[status].split('|').map((word) => [headerKey(word), status] as const),
  ),
)

const readStatus = (label: string): OfferStatus | null => {
  const own = byWord.get(headerKey(label))
  if (own !== undefined) return own
  const status = statusNames[statusCode(label)]
  return status === undefined ? null : status === 'onhold' ? 'open' : status
}

/** What became of each offer; null where the status is blank or a word that is not known. */
export const readOfferStatus = (column: Texts): ((row: number) => OfferStatus | null) => {
  const ofLabel = column.labels.map((label) => (label === '' ? null : readStatus(label)))
  return (row) => ofLabel[column.code(row)] ?? null
}
