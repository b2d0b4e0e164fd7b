import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from '@jest/globals'
import { newFolder, put, spm } from './in-process.ts'

const folder = newFolder()

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

interface Kept {
  readonly language: string
  /** Cells as people write them; `¦` separates. Open: 3,500 + 1,250.50 = 4,750.50; won in March 2024: 12,000.50. */
  readonly lines: readonly string[]
}

const kept: readonly Kept[] = [
  {
    language: 'German',
    lines: [
      'Auswertung Vertrieb',
      'Summe¦¦¦¦¦16.751,00 €',
      '',
      'Geschäfts-ID¦Verkaufschance¦Kunde¦Verkäufer¦Phase¦Betrag¦Wahrscheinlichkeit¦Erstellt am¦Abschlussdatum',
      'G1¦Pumpen¦Müller AG¦Jürgen Groß¦Angebot¦3.500,00 €¦50 %¦2. Jan. 2024¦15. April 2024',
      'G2¦Ventile¦Weiß & Co.¦Jürgen Groß¦Gewonnen¦€ 12.000,50¦100 %¦5. Dez. 2023¦01.03.2024',
      'G3¦Rohre¦Bär GmbH¦Ute Öz¦Verloren¦-¦0 %¦5. Okt. 2023¦15. März 2024',
      'Geschäfts-ID¦Verkaufschance¦Kunde¦Verkäufer¦Phase¦Betrag¦Wahrscheinlichkeit¦Erstellt am¦Abschlussdatum',
      'G4¦Filter¦Müller AG¦Ute Öz¦Angebot¦1.250,5¦12,5 %¦31. Mai 2023¦2024-06-30',
      'Gesamtsumme¦¦¦¦¦16.751,00 €',
      '',
      'Erstellt von Ute Öz',
    ],
  },
  {
    language: 'French',
    lines: [
      'ID opportunité¦Opportunité¦Client¦Propriétaire¦Étape¦Statut¦Montant¦Date de création¦Date de clôture',
      'F1¦Pompes¦Société Générique¦Zoé¦Offre¦Ouvert¦3 500,00 €¦2 janv. 2024¦15 avr. 2024',
      'F2¦Vannes¦Lefèvre¦Zoé¦Signature¦Gagné¦12 000,50¦5 déc. 2023¦1 mars 2024',
      'F3¦Tubes¦Noël¦Hélène¦Offre¦Perdu¦¦5 oct. 2023¦15 mars 2024',
      'F4¦Filtres¦Noël¦Hélène¦Offre¦Ouvert¦1250,5¦31 mai 2023¦30 juin 2024',
      'Total général¦¦¦¦¦¦16 751,00 €¦¦',
    ],
  },
  {
    language: 'Spanish',
    lines: [
      'ID de oportunidad¦Oportunidad¦Cliente¦Propietario¦Etapa¦Estado¦Importe¦Fecha de creación¦Fecha de cierre',
      'E1¦Bombas¦Peña¦Iñigo¦Oferta¦Abierto¦3.500,00¦2 de enero de 2024¦15 de abril de 2024',
      'E2¦Válvulas¦Muñoz¦Iñigo¦Oferta¦Ganado¦12.000,50¦5 dic 2023¦1 mar 2024',
      'E3¦Tubos¦Muñoz¦Íñigo¦Oferta¦Perdido¦¦5 oct 2023¦15 mar 2024',
      'E4¦Filtros¦Peña¦Íñigo¦Oferta¦Abierto¦1.250,50¦31 mayo 2023¦30 jun 2024',
    ],
  },
  {
    language: 'Finnish',
    lines: [
      'Kaupan tunnus¦Kaupan nimi¦Asiakas¦Myyjä¦Vaihe¦Tila¦Arvo¦Luotu¦Arvioitu päätöspäivä',
      'S1¦Pumput¦Hämäläinen Oy¦Päivi¦Tarjous¦Avoin¦3 500,00 €¦2.1.2024¦15. huhtikuuta 2024',
      'S2¦Venttiilit¦Järvi Oy¦Päivi¦Tarjous¦Voitettu¦12 000,50 €¦5. joulukuuta 2023¦1. maaliskuuta 2024',
      'S3¦Putket¦Järvi Oy¦Jyrki¦Tarjous¦Hävitty¦¦5.10.2023¦15.3.2024',
      'S4¦Suotimet¦Järvi Oy¦Jyrki¦Tarjous¦Avoin¦1 250,50 €¦31.5.2023¦30.6.2024',
      'Yhteensä¦¦¦¦¦¦16 751,00 €¦¦',
    ],
  },
  {
    language: 'Swedish',
    lines: [
      'Affärs-ID¦Affärsnamn¦Kund¦Säljare¦Fas¦Status¦Belopp¦Skapad¦Förväntat avslut',
      'V1¦Pumpar¦Åkerlund¦Örjan¦Offert¦Öppen¦3 500,00 kr¦2 jan 2024¦15 april 2024',
      'V2¦Ventiler¦Åkerlund¦Örjan¦Offert¦Vunnen¦12 000,50 kr¦5 dec 2023¦2024-03-01',
      'V3¦Rör¦Bäck¦Åsa¦Offert¦Förlorad¦¦5 okt 2023¦15 mars 2024',
      'V4¦Filter¦Bäck¦Åsa¦Offert¦Öppen¦1 250,50 kr¦31 maj 2023¦30 juni 2024',
    ],
  },
  {
    language: 'Danish',
    lines: [
      'Salgsmuligheds-ID¦Salgsmulighed¦Kunde¦Sælger¦Fase¦Status¦Beløb¦Oprettet¦Forventet lukkedato',
      'D1¦Pumper¦Kjær A/S¦Søren¦Tilbud¦Åben¦kr. 3.500,00¦2. jan. 2024¦15. april 2024',
      'D2¦Ventiler¦Kjær A/S¦Søren¦Tilbud¦Vundet¦kr. 12.000,50¦5. dec. 2023¦1. marts 2024',
      'D3¦Rør¦Ørsted¦Åse¦Tilbud¦Tabt¦¦5. okt. 2023¦15. marts 2024',
      'D4¦Filtre¦Ørsted¦Åse¦Tilbud¦Åben¦kr. 1.250,50¦31. maj 2023¦30. juni 2024',
    ],
  },
]

type Encode = (text: string) => Uint8Array

const encodings: readonly (readonly [name: string, number: number, separator: string, encode: Encode])[] = [
  ['UTF-8, semicolons', 1, ';', (text) => Buffer.from(text)],
  ['UTF-8 with its mark, tabs', 2, '\t', (text) => Buffer.from(`\uFEFF${text}`)],
  [
    'UTF-16, least significant byte first, with its mark, tabs',
    3,
    '\t',
    (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  ],
  [
    'UTF-16, most significant byte first, with its mark, semicolons',
    4,
    ';',
    (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  ],
  ['UTF-16 without its mark, bars', 5, '|', (text) => Buffer.from(text, 'utf16le')],
]

const fileOf = (language: string, i: number, bytes: Uint8Array): string => put(folder, `${language}-${i}.csv`, bytes)

const textOf = ({ lines }: Kept, separator: string): string => `${lines.join('\r\n').replaceAll('¦', separator)}\r\n`

const figures = async (path: string, ...more: readonly string[]) => {
  const open = await spm('metric', 'PIPELINE', path, '--csv', '--quiet', ...more)
  const won = await spm('metric', 'WON', path, '--period', '2024-03', '--csv', '--quiet', ...more)
  return { open: open.out, won: won.out.split('\r\n')[1], codes: [open.code, won.code], errors: open.err }
}

describe.each(kept.map((each) => [each.language, each] as const))('a file kept in %s', (language, each) => {
  test.each(encodings)('%s: the amounts of its open and won deals', async (_name, i, separator, encode) => {
    const path = fileOf(language, i, encode(textOf(each, separator)))
    const { open, won, codes } = await figures(path)
    expect({ open, codes }).toEqual({ open: 'Deals,Value\r\n2,4750.5\r\n', codes: [0, 0] })
    expect(won).toMatch(/^1,12000\.5\b/)
  })

  test('windows-1252, where it is named', async () => {
    const path = fileOf(language, 9, Buffer.from(textOf(each, ';').replaceAll('€', '\u0080'), 'latin1'))
    expect(await figures(path, '--encoding', 'windows-1252')).toMatchObject({ open: 'Deals,Value\r\n2,4750.5\r\n' })
    const refused = await spm('metric', 'PIPELINE', path)
    expect(refused.code).toBe(3)
    expect(refused.err).toContain('is neither UTF-8')
  })

  test('is named as such by spm check, which finds nothing to settle', async () => {
    const path = fileOf(language, 8, Buffer.from(textOf(each, ';')))
    const { code, out } = await spm('check', path)
    expect(out).toContain(`Opportunities, from a table in ${language}; header in row`)
    expect(out).toContain('4 rows read')
    expect({ code, stops: out.includes('\nStops'), settle: out.includes('\nTo settle') }).toEqual({
      code: 0,
      stops: false,
      settle: false,
    })
  })
})

test('what stands around the records is listed', async () => {
  const german = kept[0] as Kept
  const { out } = await spm('check', fileOf('German', 7, Buffer.from(textOf(german, ';'))))
  expect(out).toContain('header in row 4')
  expect(out).toContain(
    'Left out as totals, footers or repeated headers: row 8 "Geschäfts-ID", row 10 "Gesamtsumme", row 12 "Erstellt von Ute Öz".',
  )
})
