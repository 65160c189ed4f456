import { upgradeCustomers } from '@partner-upgrades/bulk'

// One of the processes that share a journal, each at its own pace.
const [file = '', baseUrl = '', application = ''] = process.argv.slice(2)
await upgradeCustomers({
  file,
  client: { credential: 'token', baseUrl, application },
  dryRun: true,
  parallel: 8,
})
