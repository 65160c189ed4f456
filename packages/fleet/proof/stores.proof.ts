import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endOf, type StoreSubject, storeProofs } from '@partner-upgrades/store-proof'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFleet } from '../src/index.ts'
import { type Postgres, startPostgres } from '../test/postgres.ts'

let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.remove())

const program = fileURLToPath(new URL('../test/proof-worker.ts', import.meta.url))
let runs = 0

/** PostgreSQL with pg-boss, with a new schema for each run. */
const fleets: StoreSubject = {
  lease: 10_000,
  severalMachines: true,
  crash: () => postgres.restart(),
  async disconnect() {
    const client = new Client({ connectionString: postgres.url })
    await client.connect()
    await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
    )
    await client.end()
  },
  async open({ file, folder, service }) {
    const schema = `run_${++runs}`
    const fleet = openFleet({ database: postgres.url, schema })
    await fleet.init()
    await fleet.setPartner({ name: 'contoso', service, ceiling: 6_000 })
    await fleet.add(file, { partner: 'contoso' })
    await fleet.close()
    return {
      worker: { program, args: [postgres.url, schema], execArgv: ['--conditions=@partner-upgrades/source'] },
      async ends() {
        const path = (name: string): string => join(folder, name)
        const files = { csv: path('r.csv'), jsonLines: path('r.jsonl'), report: path('r.html'), audit: path('a.jsonl') }
        const reader = openFleet({ database: postgres.url, schema })
        await reader.writeResults('customers.csv', files)
        await reader.close()
        const lines = readFileSync(files.jsonLines, 'utf8').trim().split('\n')
        return lines.map((line) => endOf(JSON.parse(line)))
      },
      close: async () => {},
    }
  },
}

test.for(storeProofs(fleets).map((proof) => [proof.name, proof] as const))('%s', async ([, { run }]) => {
  expect((await run()).ends).toHaveLength(64)
})
