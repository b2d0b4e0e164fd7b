#!/usr/bin/env node
import { ensureBuilt } from '../../scripts/build.mjs'

try {
  await ensureBuilt()
} catch (error) {
  process.stderr.write(`spm could not be built from its sources. ${error.message}\n`)
  process.exit(1)
}
await import('../../dist/spm.js')
