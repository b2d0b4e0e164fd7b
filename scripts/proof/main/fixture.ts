import { examples } from '#core/metrics/examples/index'
import { metrics } from '#core/metrics/index'
import { checkExample } from '../../verify/check-example.ts'
import { claim, fallsShort, type Outcome } from '../outcome.ts'

/** Every example of every metric, the golden fixture of ten deals among them. */
export async function* fixture(): AsyncGenerator<Outcome> {
  const golden = { holding: 0, all: 0 }
  const other = { holding: 0, all: 0 }
  for (const metric of metrics)
    for (const example of examples[metric.name] ?? []) {
      const group = /golden|fixture/.test(example.figures) ? golden : other
      const difference = checkExample(metric, example)
      group.all++
      if (difference === null) group.holding++
      else yield fallsShort(`${metric.name}, ${example.about}`, difference)
    }
  for (const [name, { holding, all }] of [
    ['examples with figures of the ten-deal fixture', golden],
    ['examples with figures of another program or by hand', other],
  ] as const)
    yield claim(name, all > 0 && holding === all, `${holding} of ${all} hold`)
}
