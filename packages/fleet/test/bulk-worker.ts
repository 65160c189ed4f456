import { upgradeCustomers } from '@partner-upgrades/bulk'

// A bulk run, which may be killed at any moment.
const [file = '', stateFolder = '', baseUrl = ''] = process.argv.slice(2)
await upgradeCustomers({
  file,
  stateFolder,
  client: {
    credential: 'token',
    application: 'bulk',
    baseUrl,
    minPollDelay: 300,
    maxPollDelay: 300,
    timeout: 5_000,
    settleFor: 2_000,
  },
  parallel: 8,
  pollsPerMinute: 6_000,
})
