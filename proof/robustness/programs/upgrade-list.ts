// Upgrades a list with options given as JSON. Prints whether the list is done.
import { type UpgradeCustomersOptions, upgradeCustomers } from '@partner-upgrades/bulk'

const options: UpgradeCustomersOptions = JSON.parse(process.argv[2] ?? '')
const { progress, files } = await upgradeCustomers(options)
console.log(JSON.stringify({ event: files ? 'done' : 'stopped', ended: progress.ended }))
