import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemClock } from '@partner-upgrades/client'
import { type Result, readCustomers, readResults } from '../src/index.ts'
import type { StoreSubject } from '../src/store-proof/index.ts'
import { openSqliteStore } from './sqlite-store.ts'

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const execArgv = ['--conditions=@partner-upgrades/source']

/** The journal, whose workers write the results as well. */
export const journal: StoreSubject = {
  lease: 400,
  async open({ file, folder, service }) {
    return {
      worker: { program: here('worker.ts'), args: [file, service], execArgv },
      async ends() {
        const lines = readFileSync(join(folder, 'customers.results.jsonl'), 'utf8').trim().split('\n')
        return lines.map((line) => endOf(JSON.parse(line)))
      },
      close: async () => {},
    }
  },
}

/** The example of a store in a database. */
export const sqlite: StoreSubject = {
  lease: 1_000,
  async open({ file, folder, service }) {
    const path = join(folder, 'store.sqlite')
    return {
      worker: { program: here('sqlite-worker.ts'), args: [file, service, path], execArgv },
      async ends() {
        const customers = await readCustomers(file)
        const store = openSqliteStore(path, customers, systemClock, 1_000)
        const ends: string[] = []
        for await (const result of readResults(customers, store)) ends.push(endOf(result))
        await store.close()
        return ends
      },
      close: async () => {},
    }
  },
}

function endOf({ outcome, reason }: Pick<Result, 'outcome' | 'reason'>): string {
  return [outcome, outcome === 'ineligible' ? undefined : reason?.code].filter(Boolean).join(' ')
}
