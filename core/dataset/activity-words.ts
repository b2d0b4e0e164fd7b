import { headerKey } from './header.ts'
import { activities } from './tables/activities.ts'

/** What an activity counts as. */
export const activityClasses = activities.fields.class.values
export type ActivityClass = (typeof activityClasses)[number]

/**
 * What activity types are called: in common CRM systems, and in English, German, French, Spanish, Swedish, Danish,
 * Norwegian and Finnish. `system`: made by the system, not by a person; `internal`: not with a customer.
 */
const words: Readonly<Record<ActivityClass, string>> = {
  call: 'call|phone|phone call|telephone|telephone call|inbound call|outbound call|incoming call|outgoing call|cold call|logged call|anruf|telefonat|telefon|appel|appel téléphonique|coup de fil|llamada|llamada telefónica|samtal|telefonsamtal|ringa|opkald|telefonopkald|telefonsamtale|opringning|puhelu|soitto',
  meeting:
    'meeting|appointment|event|customer meeting|client meeting|sales meeting|first meeting|follow-up meeting|online meeting|virtual meeting|video meeting|video call|video conference|web meeting|teams meeting|zoom|zoom meeting|lunch|dinner|workshop|termin|kundentermin|besprechung|treffen|videotermin|réunion|rendez-vous|rdv|visioconférence|reunión|cita|videollamada|möte|kundmöte|møde|kundemøde|møte|kundemøte|tapaaminen|asiakastapaaminen|kokous|palaveri',
  visit:
    'visit|site visit|customer visit|on-site visit|onsite|besuch|kundenbesuch|visite|visite client|visita|visita a cliente|besök|kundbesök|besøg|kundebesøg|besøk|kundebesøk|käynti|asiakaskäynti|vierailu',
  demo: 'demo|product demo|demonstration|presentation|product presentation|vorführung|produktvorführung|präsentation|démo|démonstration|présentation|demostración|presentación|esittely|tuote-esittely|presentasjon|præsentation',
  offer:
    'offer|offer sent|quote|quote sent|quotation|proposal|proposal sent|angebot|angebot gesendet|offre|devis|oferta|presupuesto|cotización|propuesta|offert|tilbud|tarjous',
  email:
    'email|mail|sent email|outgoing email|incoming email|email sent|courriel|e-mail|correo|correo electrónico|e-post|sähköposti',
  contact:
    'contact|message|text message|sms|chat|whatsapp|linkedin|linkedin message|letter|postal mail|fax|communication|nachricht|kontakt|brief|lettre|mensaje|carta|contacto|meddelande|besked|melding|yhteydenotto|viesti|kirje',
  internal:
    'internal|internal meeting|team meeting|staff meeting|task|to do|deadline|note|reminder|admin|administration|training|travel|aufgabe|notiz|frist|intern|interne besprechung|teambesprechung|schulung|tâche|réunion interne|interne|tarea|nota|reunión interna|interna|uppgift|internt möte|opgave|internt møde|oppgave|internt møte|tehtävä|sisäinen|sisäinen palaveri',
  system:
    'system|automatic|automated|auto mail|auto email|automatic email|automated email|auto reply|workflow|quote close|order close|opportunity close|deal close|lead close|case resolution|incident resolution|integration error|integration|bulk operation|bulk email|mass email|list email|campaign response|system generated',
}

const byWord = new Map(
  activityClasses.flatMap((each) => words[each].split('|').map((word) => [headerKey(word), each] as const)),
)

/** What a type counts as by its name, one or many (`Calls`); null where the word is not known. */
export const classOfWord = (type: string): ActivityClass | null => {
  const key = headerKey(type)
  return byWord.get(key) ?? (key.endsWith('s') ? byWord.get(key.slice(0, -1)) : undefined) ?? null
}
