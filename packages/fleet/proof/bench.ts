// Measures the cost of a list of a million customers, the resources of a worker, and how ten workers share a ceiling. Takes about twenty
// minutes on an idle machine. Usage: npm run bench -w @partner-upgrades/fleet [-- --rows 10000] [-- --write]
// `--write` saves the results in bench/results/fleet.md.
import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startPostgres } from '../test/postgres.ts'
import { measureFilling } from './bench/fill.ts'
import { measureFilled } from './bench/filled.ts'
import { inspect } from './bench/inspect.ts'
import { measurePacing } from './bench/pacing.ts'
import { toPage } from './bench/page.ts'
import { startPlainService } from './bench/service.ts'
import { measureWorker } from './bench/worker.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    customers: { type: 'string', default: '2000' },
    write: { type: 'boolean', default: false },
  },
})
const [rows, customers, polls, processes] = [Number(values.rows), Number(values.customers), 3, 10]
const [load = 0] = loadavg()
const settings = ['fsync = on']
const say = (text: string): void => void process.stderr.write(`${text} …\n`)

const postgres = await startPostgres({ settings })
const service = await startPlainService(polls)
const inspector = await inspect(postgres.url)
say(`adding a list of ${rows}`)
const list = { database: postgres.url, service: service.url, ceiling: 60_000, rows }
const filling = await measureFilling(list, inspector)
say('claiming from it')
const filled = await measureFilled(postgres.url, { running: Math.floor(rows / 10), times: 500 })
say(`working ${customers} customers through`)
const worker = await measureWorker({ database: postgres.url, service, customers }, inspector)
await inspector.close()
await service.close()
await postgres.remove()

say(`pacing ${processes} processes`)
const second = await startPostgres()
const paces = await measurePacing(second.url, { processes, customers: 2_000, ceiling: 40 })
await second.remove()

const page = toPage({ filling, filled, worker, polls, ...paces, processes, load, settings })
if (values.write) writeFileSync(fileURLToPath(new URL('../../../bench/results/fleet.md', import.meta.url)), page)
process.stdout.write(page)
