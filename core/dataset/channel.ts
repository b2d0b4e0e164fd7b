import type { Texts } from './columns.ts'
import { headerKey } from './header.ts'

export const channels = ['f2f', 'video', 'phone', 'digital'] as const
export type Channel = (typeof channels)[number]

/** What channels are called, in the languages that headers are known in. */
const words: Readonly<Record<Channel, string>> = {
  f2f: 'f2f|face to face|in person|on site|onsite|on-site visit|physical|personal|visit|customer site|vor ort|persönlich|präsenz|en personne|sur place|présentiel|presencial|en persona|fysiskt|på plats|fysisk|på stedet|kasvotusten|paikan päällä',
  video:
    'video|video call|video conference|online|online meeting|virtual|remote|web|web meeting|teams|microsoft teams|zoom|google meet|meet|webex|videokonferenz|virtuell|visio|visioconférence|à distance|videollamada|virtuel|etä|etäkokous',
  phone: 'phone|telephone|call|mobile|phone call|telefon|telefonisch|anruf|téléphone|appel|teléfono|llamada|puhelin',
  digital:
    'digital|e-mail|mail|chat|message|messaging|social|social media|linkedin|whatsapp|sms|text|website|web form|courriel|correo|e-post|sähköposti',
}

const byWord = new Map(
  channels.flatMap((each) => words[each].split('|').map((word) => [headerKey(word), each] as const)),
)

/** The channel of each row; null where it is blank or not known. */
export const readChannels = (column: Texts): ((row: number) => Channel | null) => {
  const ofLabel = column.labels.map((label) => byWord.get(headerKey(label)) ?? null)
  return (row) => ofLabel[column.code(row)] ?? null
}
