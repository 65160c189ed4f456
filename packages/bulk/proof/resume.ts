import { systemClock } from '@partner-upgrades/client'
import { readCustomers } from '@partner-upgrades/customer-lists'
import { openJournal } from '../src/journal/journal.ts'
import { leanMemory } from '../src/lean-memory.ts'

// Resumes from a journal, and prints the time from the start of the process until the first customer was claimed.
if (process.argv[5] === 'lean') leanMemory()
const [list = '', path = '', service = ''] = process.argv.slice(2)
const customers = await readCustomers(list)
const read = performance.now()
const store = await openJournal({ path, customers, service, clock: systemClock })
const { work } = await store.claim('start', 1)
const ready = performance.now()
const { user, system } = process.cpuUsage()
await store.close()
process.stdout.write(
  `${JSON.stringify({ row: work[0]?.row, list: read / 1_000, ready: ready / 1_000, cpu: (user + system) / 1e6 })}\n`,
)
