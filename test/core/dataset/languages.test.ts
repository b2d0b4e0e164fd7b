import { describe, expect, test } from '@jest/globals'
import { identify } from '#core/dataset/identify'
import { recognise } from '#core/dataset/recognise'
import { dictionaryOf } from '#core/dataset/dictionary'
import { headerKey } from '#core/dataset/header'
import { languageNames, type LanguageName, type SourceName, type TableSchema } from '#core/dataset/schema'
import { tables, type TableName } from '#core/dataset/tables/index'

type Headers = Readonly<Record<string, string>>

/** Header rows as people keep them, with the field that each header means. */
const kept: Readonly<Record<LanguageName, Readonly<Partial<Record<TableName, Headers>>>>> = {
  german: {
    deals: {
      'Geschäfts-ID': 'deal_id',
      Verkaufschance: 'name',
      Kunde: 'account',
      Verkäufer: 'owner',
      Phase: 'stage',
      Status: 'status_text',
      Betrag: 'amount',
      Währung: 'currency',
      Wahrscheinlichkeit: 'probability',
      'Erstellt am': 'created',
      Abschlussdatum: 'close_date',
      'Zuletzt geändert': 'last_modified',
      'Nächster Schritt': 'next_step',
      Verlustgrund: 'lost_reason',
    },
    activities: {
      Datum: 'date',
      Verkäufer: 'owner',
      Art: 'type',
      Kunde: 'account',
      Betreff: 'subject',
      Erledigt: 'done',
    },
    targets: { Kennzahl: 'metric', Mitarbeiter: 'owner', Zeitraum: 'period', Zielwert: 'value' },
    people: { Mitarbeiter: 'person', Vorgesetzter: 'manager', Vertriebsteam: 'team', Eintrittsdatum: 'start' },
    stages: { Phase: 'stage', Reihenfolge: 'order', Art: 'type', Wahrscheinlichkeit: 'probability' },
  },
  french: {
    deals: {
      'ID opportunité': 'deal_id',
      Opportunité: 'name',
      Client: 'account',
      Propriétaire: 'owner',
      Étape: 'stage',
      Statut: 'status_text',
      Montant: 'amount',
      Devise: 'currency',
      'Probabilité (%)': 'probability',
      'Date de création': 'created',
      'Date de clôture': 'close_date',
      'Dernière modification': 'last_modified',
      'Prochaine étape': 'next_step',
      'Motif de perte': 'lost_reason',
    },
    activities: {
      Date: 'date',
      Responsable: 'owner',
      "Type d'activité": 'type',
      Objet: 'subject',
      Statut: 'status_text',
    },
    targets: { Indicateur: 'metric', Commercial: 'owner', Période: 'period', Objectif: 'value' },
    people: { Personne: 'person', Responsable: 'manager', Équipe: 'team', "Date d'entrée": 'start' },
    stages: { Étape: 'stage', Ordre: 'order', Type: 'type', Probabilité: 'probability' },
  },
  spanish: {
    deals: {
      'ID de oportunidad': 'deal_id',
      Oportunidad: 'name',
      Cliente: 'account',
      Propietario: 'owner',
      Etapa: 'stage',
      Estado: 'status_text',
      Importe: 'amount',
      Moneda: 'currency',
      Probabilidad: 'probability',
      'Fecha de creación': 'created',
      'Fecha de cierre': 'close_date',
      'Última modificación': 'last_modified',
      'Próximo paso': 'next_step',
      'Motivo de pérdida': 'lost_reason',
    },
    activities: {
      Fecha: 'date',
      Vendedor: 'owner',
      'Tipo de actividad': 'type',
      Asunto: 'subject',
      Estado: 'status_text',
    },
    targets: { Métrica: 'metric', Vendedor: 'owner', Período: 'period', Objetivo: 'value' },
    people: { Vendedor: 'person', Jefe: 'manager', Equipo: 'team', 'Fecha de inicio': 'start' },
    stages: { Etapa: 'stage', Orden: 'order', Tipo: 'type', Probabilidad: 'probability' },
  },
  finnish: {
    deals: {
      'Kaupan tunnus': 'deal_id',
      'Kaupan nimi': 'name',
      Asiakas: 'account',
      Myyjä: 'owner',
      Vaihe: 'stage',
      Tila: 'status_text',
      Arvo: 'amount',
      Valuutta: 'currency',
      Todennäköisyys: 'probability',
      Luotu: 'created',
      'Arvioitu päätöspäivä': 'close_date',
      Muokattu: 'last_modified',
      'Seuraava askel': 'next_step',
      'Häviön syy': 'lost_reason',
    },
    activities: {
      Päivämäärä: 'date',
      Myyjä: 'owner',
      Tyyppi: 'type',
      Asiakas: 'account',
      Aihe: 'subject',
      Tila: 'status_text',
    },
    targets: { Mittari: 'metric', Myyjä: 'owner', Kuukausi: 'period', Tavoite: 'value' },
    people: { Henkilö: 'person', Esihenkilö: 'manager', Tiimi: 'team', Alkupäivä: 'start' },
    stages: { Vaihe: 'stage', Järjestys: 'order', Tyyppi: 'type', Todennäköisyys: 'probability' },
  },
  swedish: {
    deals: {
      'Affärs-ID': 'deal_id',
      Affärsnamn: 'name',
      Kund: 'account',
      Säljare: 'owner',
      Fas: 'stage',
      Status: 'status_text',
      Belopp: 'amount',
      Valuta: 'currency',
      Sannolikhet: 'probability',
      Skapad: 'created',
      'Förväntat avslut': 'close_date',
      'Senast ändrad': 'last_modified',
      'Nästa steg': 'next_step',
      Förlustorsak: 'lost_reason',
    },
    activities: { Datum: 'date', Säljare: 'owner', Aktivitetstyp: 'type', Ämne: 'subject', Klar: 'done' },
    targets: { Nyckeltal: 'metric', Säljare: 'owner', Månad: 'period', Mål: 'value' },
    people: { Säljare: 'person', 'Närmaste chef': 'manager', Säljteam: 'team', Anställningsdatum: 'start' },
    stages: { Fas: 'stage', Ordning: 'order', Typ: 'type', Sannolikhet: 'probability' },
  },
  danish: {
    deals: {
      'Salgsmuligheds-ID': 'deal_id',
      Salgsmulighed: 'name',
      Kunde: 'account',
      Sælger: 'owner',
      Fase: 'stage',
      Status: 'status_text',
      Beløb: 'amount',
      Valuta: 'currency',
      Sandsynlighed: 'probability',
      Oprettet: 'created',
      'Forventet lukkedato': 'close_date',
      'Sidst ændret': 'last_modified',
      'Næste skridt': 'next_step',
      Tabsårsag: 'lost_reason',
    },
    activities: { Dato: 'date', Sælger: 'owner', Aktivitetstype: 'type', Emne: 'subject', Udført: 'done' },
    targets: { Nøgletal: 'metric', Sælger: 'owner', Måned: 'period', Mål: 'value' },
    people: { Medarbejder: 'person', Leder: 'manager', Salgsteam: 'team', Ansættelsesdato: 'start' },
    stages: { Fase: 'stage', Rækkefølge: 'order', Type: 'type', Sandsynlighed: 'probability' },
  },
}

const rows = languageNames.flatMap((language) =>
  (Object.entries(kept[language]) as [TableName, Headers][]).map(
    ([table, headers]) => [language, table, headers] as const,
  ),
)

const read = (headers: readonly string[], table: TableName): Headers => {
  const named: Record<string, string> = {}
  for (const [field, place] of recognise(headers, tables[table]).fields)
    if ('columns' in place) for (const column of place.columns) named[headers[column] ?? ''] = field
  return named
}

describe('headers in six languages (A2b)', () => {
  test.each(rows)('%s: %s', (language, table, meanings) => {
    const headers = Object.keys(meanings)
    const { conflicts, open, unknown, source } = recognise(headers, tables[table])
    expect(read(headers, table)).toEqual(meanings)
    expect({ conflicts: conflicts.size, open: open.size, unknown, source }).toEqual({
      conflicts: 0,
      open: 0,
      unknown: [],
      source: language,
    })
  })

  test.each(rows)('%s: a range of %s is that table and no other', (_language, table, meanings) => {
    const headers = Object.keys(meanings)
    const { tables: found, questions } = identify([{ name: 'x.csv', grid: [headers, headers.map(() => 'x')] }])
    expect({ found: Object.keys(found), questions }).toEqual({ found: [table], questions: [] })
  })

  test('a table in English is in no other language', () => {
    expect(recognise(['Deal ID', 'Stage', 'Amount', 'Owner', 'Kunde'], tables.deals).source).toBe('generic')
  })

  test('a system keeps its name where its headers are translated', () => {
    const headers = ['Deal - ID', 'Deal - Titel', 'Deal - Besitzer', 'Deal - Phase', 'Deal - Wert']
    expect(recognise(headers, tables.deals).source).toBe('pipedrive')
    expect(read(headers, 'deals')).toEqual({
      'Deal - ID': 'deal_id',
      'Deal - Titel': 'name',
      'Deal - Besitzer': 'owner',
      'Deal - Phase': 'stage',
      'Deal - Wert': 'amount',
    })
  })

  test('a near word is suggested in the language of the table, and in no other', () => {
    const german = ['Geschäfts-ID', 'Verkaufschance', 'Phase', 'Betrrag']
    expect(recognise(german, tables.deals).suggestions).toEqual([{ header: 'Betrrag', field: 'amount' }])
    expect(recognise(['Deal ID', 'Stage', 'Betrrag'], tables.deals).suggestions).toEqual([])
  })
})

describe('every word of a language', () => {
  const schemas = Object.values(tables) as readonly TableSchema[]
  const words = schemas.flatMap((schema) =>
    languageNames.flatMap((language) =>
      Object.entries(schema.synonyms[language] ?? {}).flatMap(([field, headers = []]) =>
        headers.map((header) => ({ schema, language, field, header })),
      ),
    ),
  )

  test('means a field of its table', () => {
    expect(words.filter(({ schema, field }) => schema.fields[field] === undefined)).toEqual([])
    expect(words.length).toBeGreaterThan(1000)
  })

  test('means no other field in English', () => {
    const english = ({ schema, header }: (typeof words)[number], source: SourceName): string | undefined =>
      dictionaryOf(schema).get(headerKey(header))?.get(source)?.field
    const other = words.filter((word) => (english(word, 'generic') ?? word.field) !== word.field)
    expect(other.map(({ schema, language, header }) => `${schema.name} ${language} ${header}`)).toEqual([])
  })
})
