import { examples } from '#core/metrics/examples/index'
import { metrics } from '#core/metrics/index'
import { checkExample } from '../../verify/check-example.ts'
import { claim, type Outcome } from '../outcome.ts'

/** Every example of every metric, the golden fixture of ten deals among them. */
export async function* fixture(): AsyncGenerator<Outcome> {
  let golden = 0
  let other = 0
  const wrong: string[] = []
  for (const metric of metrics)
    for (const example of examples[metric.name] ?? []) {
      const difference = checkExample(metric, example)
      if (difference !== null) wrong.push(`${metric.name}, ${example.about}: ${difference}`)
      else if (/golden|fixture/.test(example.figures)) golden++
      else other++
    }
  yield claim('examples on the ten-deal fixture', golden > 0 && wrong.length === 0, `${golden} hold`)
  yield claim('examples worked out by another program or by hand', other > 0 && wrong.length === 0, `${other} hold`)
  for (const each of wrong) yield claim('example', false, each)
}
