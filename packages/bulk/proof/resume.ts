import { readCustomers } from '../src/input/customers.ts'
import { openJournal } from '../src/journal/journal.ts'
import { systemClock } from '../src/run/system-clock.ts'

const [list = '', path = '', service = ''] = process.argv.slice(2)
const a = performance.now()
const customers = await readCustomers(list)
const b = performance.now()
const store = await openJournal({ path, customers, service, clock: systemClock })
const { work } = await store.claim('start', 1)
const c = performance.now()
console.log(
  JSON.stringify({
    list: b - a,
    journal: c - b,
    sinceStart: c,
    first: work[0]?.row,
    rss: process.memoryUsage().rss / 1e6,
    cpu: process.cpuUsage().user / 1e6,
  }),
)
const d = performance.now()
let n = 0
for await (const h of store.histories()) n += h.entries.length
console.log('histories', n, performance.now() - d, process.resourceUsage().maxRSS / 1e3)
await store.close()
