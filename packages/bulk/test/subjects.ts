import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemClock } from '@partner-upgrades/client'
import { endOf, type StoreSubject } from '@partner-upgrades/store-proof'
import { readCustomers, readResults } from '../src/index.ts'
import { openSqliteStore } from './sqlite-store.ts'

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const execArgv = ['--conditions=@partner-upgrades/source']

/** The journal; its workers also write the results. */
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

/** The example store in a database. */
export const sqlite: StoreSubject = sqliteWith()

/** A store whose `hold` does nothing. */
export const holdingNobody: StoreSubject = sqliteWith('holds nobody')

function sqliteWith(...flaws: readonly string[]): StoreSubject {
  return {
    lease: 1_000,
    async open({ file, folder, service }) {
      const path = join(folder, 'store.sqlite')
      return {
        worker: { program: here('sqlite-worker.ts'), args: [file, service, path, ...flaws], execArgv },
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
}
