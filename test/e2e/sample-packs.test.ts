import { join } from 'node:path'
import { people } from '#samples/model/people'
import type { Person } from '#samples/model/person'
import { root } from '../structure/repository.ts'
import { describePack } from './describe-pack.ts'

const sample = join(root, 'samples/sample.xlsx')

/** Every way in which the sample spells the people whom `isOutside` picks. */
const spellings = (isOutside: (person: Person) => boolean): readonly string[] =>
  people.filter(isOutside).flatMap(({ name, email, alias }) => [name, email, ...alias])

const person = 'Marie Novak'

describePack({ name: 'the sample', argv: [sample] })

describePack({
  name: 'the sample, for one team',
  argv: [sample, '--scope', 'Helsinki'],
  absent: spellings(({ team }) => team !== null && team !== 'Helsinki'),
})

describePack({
  name: 'the sample, for one person',
  argv: [sample, '--scope', person],
  absent: spellings(({ name, level }) => name !== person && level === 'seller'),
})
