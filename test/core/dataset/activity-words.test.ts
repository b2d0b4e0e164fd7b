import { describe, expect, test } from '@jest/globals'
import { classOfWord } from '#core/dataset/activity-words'
import { readChannels } from '#core/dataset/channel'
import { readDone, readStates } from '#core/dataset/activity-done'
import { flagsOf, numbersOf, textsOf } from './in-columns.ts'

describe('classOfWord', () => {
  test.each([
    ['contact', ['Contact', 'Text messages', 'LinkedIn', 'Nachricht', 'Lettre', 'Viesti']],
    ['call', ['Call', 'Phone calls', 'Anruf', 'Appel', 'Llamada', 'Puhelu']],
    ['meeting', ['Meeting', 'Appointments', 'Besprechung', 'Réunion', 'Reunión', 'Möte']],
    ['demo', ['Demo', 'Product presentation', 'Vorführung', 'Esittely']],
    ['offer', ['Offer', 'Quotes', 'Angebot', 'Devis', 'Tarjous']],
    ['visit', ['Visit', 'Site visits', 'Kundenbesuch', 'Besök']],
    ['email', ['Email', 'Emails', 'Courriel', 'Sähköposti']],
    ['internal', ['Internal meeting', 'Tasks', 'Aufgabe', 'Tehtävä']],
    ['system', ['Workflow', 'Quote close', 'Integration errors']],
  ])('%s is what it is called in several languages, one or many', (expected, types) => {
    expect(types.map((type) => [type, classOfWord(type)])).toEqual(types.map((type) => [type, expected]))
  })

  test('takes no other ending for a plural, and knows no other word', () => {
    expect(['Calle', 'Gardening', 'sCall', 's', ''].map(classOfWord)).toEqual([null, null, null, null, null])
  })
})

describe('readChannels', () => {
  test.each([
    ['f2f', ['Face to face', 'Vor Ort', 'Paikan päällä']],
    ['video', ['Teams', 'Videokonferenz', 'Etäkokous']],
    ['phone', ['Phone', 'Telefon', 'Puhelin']],
    ['digital', ['E-mail', 'Chat', 'Sähköposti']],
  ])('%s is what it is called in several languages', (expected, names) => {
    const channel = readChannels(textsOf(...names))
    expect(names.map((_, row) => channel(row))).toEqual(names.map(() => expected))
  })

  test('a blank and an unknown word have none', () => {
    const channel = readChannels(textsOf('', 'Pigeon'))
    expect([channel(0), channel(1)]).toEqual([null, null])
  })
})

describe('readStates', () => {
  test('a cancellation by flag or status comes first, then the flag, then the status', () => {
    const status_text = textsOf('Completed', 'Completed', 'Cancelled', 'Planned', 'Held', 'Sometime', '')
    const stateOf = readStates({
      cancelled: flagsOf(true, null, false, false, null, null, null),
      done: flagsOf(true, false, true, true, null, null, null),
      status_text,
    })
    const states = Array.from({ length: 7 }, (_, row) => stateOf(row))
    expect(states).toEqual(['cancelled', 'open', 'cancelled', 'done', 'done', null, null])
  })

  test('without any column that could tell, nothing is said', () => {
    expect(readStates({ cancelled: null, done: null, status_text: null })(0)).toBeNull()
  })

  test('a flag of what was cancelled tells by itself', () => {
    const stateOf = readStates({ cancelled: flagsOf(true, false, null), done: null, status_text: null })
    expect([0, 1, 2].map(stateOf)).toEqual(['cancelled', null, null])
  })
})

describe('readDone', () => {
  test('where nothing tells, an activity has taken place when its date is not after as-of, whatever its hour', () => {
    const isDone = readDone({ date: numbersOf(9, 10.99, 11, 12), done: null, status_text: null, cancelled: null }, 10)
    expect([0, 1, 2, 3].map(isDone)).toEqual([true, true, false, false])
  })

  test('what is said counts for more than the date', () => {
    const isDone = readDone(
      {
        date: numbersOf(9, 9, 12, 12),
        done: null,
        status_text: textsOf('Open', 'Cancelled', 'Done', ''),
        cancelled: null,
      },
      10,
    )
    expect([0, 1, 2, 3].map(isDone)).toEqual([false, false, true, false])
  })
})
