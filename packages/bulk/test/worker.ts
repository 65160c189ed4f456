import { dirname, join } from 'node:path'
import { workerOptions } from '@partner-upgrades/store-proof'
import { upgradeCustomers } from '../src/index.ts'

// One of several processes that process a list and may be killed at any time.
const [file = '', baseUrl = ''] = process.argv.slice(2)
await upgradeCustomers({
  ...workerOptions(baseUrl),
  file,
  stateFolder: join(dirname(file), 'state'),
  lease: 400,
})
