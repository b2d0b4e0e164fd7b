import { join } from 'node:path'
import { root } from '../structure/repository.ts'
import { describePack } from './describe-pack.ts'

const asOf = ['--as-of', '2020-05-31']

describePack({ name: 'AdventureWorks', argv: [join(root, 'samples/adventure-works.xlsx'), ...asOf] })

describePack({
  name: 'the raw files of AdventureWorks',
  argv: ['--config', join(root, 'samples/adventure-works/spm.json'), ...asOf],
})
