import { describe, expect, test } from '@jest/globals'
import { monthNamed } from '#core/cells/month-name'

const years: Readonly<Record<string, string>> = {
  English: 'January February March April May June July August September October November December',
  'English, short': 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  German: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  'German, short': 'Jan Feb Mrz Apr Mai Jun Jul Aug Sept Okt Nov Dez',
  Austrian: 'Jänner Feber März April Mai Juni Juli August September Oktober November Dezember',
  French: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'French, short': 'janv févr mars avr mai juin juil août sept oct nov déc',
  Spanish: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'Spanish, short': 'ene feb mar abr may jun jul ago sep oct nov dic',
  Finnish: 'tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu',
  'Finnish, short': 'tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu',
  Swedish: 'januari februari mars april maj juni juli augusti september oktober november december',
  Danish: 'januar februar marts april maj juni juli august september oktober november december',
}

describe('monthNamed reads months in seven languages (A4a)', () => {
  test.each(Object.entries(years))('knows the months in %s', (_language, months) => {
    expect(months.split(' ').map(monthNamed)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })

  test('a beginning that fits two months is none', () => {
    expect(monthNamed('jui')).toBeNull()
    expect(monthNamed('ma')).toBeNull()
  })

  test('any other word is none, also one that begins like a month', () => {
    expect(['Marketing', 'Decimal', 'Mayor', 'kuu', '', 'Q1'].map(monthNamed)).toEqual(Array(6).fill(null))
  })
})
