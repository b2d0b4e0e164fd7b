import { runTs } from './run-ts.mjs'

await runTs('scripts/generate.ts', process.argv.slice(2))
