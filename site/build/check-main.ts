// `npm run site:check`: fails if the built site shows another contract than the one that is here.
import { join } from 'node:path'
import { contract } from '@partner-upgrades/spec/contract'
import { staleness } from './check.ts'

const stale = staleness(join(import.meta.dirname, '../dist/site'), contract.hash)
if (stale !== undefined) {
  console.error(stale)
  process.exitCode = 1
}
