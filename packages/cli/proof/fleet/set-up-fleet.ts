import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock, createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { startMockServer } from '@partner-upgrades/mocks/server'
import { type Postgres, startPostgres } from '@partner-upgrades/tools/postgres'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { type Circumstances, type Ending, runCli } from '../../test/run-cli.ts'

/** The customers of the list that every fleet gets. */
export const ids = ['4c721420-72ad-4708-a0a7-371a2f7b0969', '58e2af4f-0ad3-4688-8744-be2357cd939a']
const token = 'eyJ.the-secret-token.of-the-partner'

/** The command that works until no customer is open. */
export const work = 'work --until-done --interval 200ms'

/** Starts a PostgreSQL server for the tests of one file; each fleet gets its own database. */
export function useDatabases() {
  let postgres: Postgres
  let databases = 0
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => postgres.remove())

  async function createDatabase(): Promise<string> {
    const name = `fleet_${++databases}`
    const client = new Client({ connectionString: postgres.url })
    await client.connect()
    await client.query(`CREATE DATABASE ${name}`)
    await client.end()
    return postgres.url.replace(/postgres$/, name)
  }

  return {
    /** The running server. */
    server: () => postgres,
    /** Sets up a Partner Center mock with quick upgrades, an empty database, and a user. */
    async setFleet() {
      const mock = createPartnerCenterMock({ clock: createClock() })
      // The database uses real time, so the mock's clock runs fast: an upgrade takes a fifth of a real second.
      const passing = setInterval(() => mock.clock.advance('5m'), 100)
      const server = await startMockServer(mock)
      const folder = mkdtempSync(join(tmpdir(), 'fleet-'))
      const database = await createDatabase()
      const file = join(folder, 'customers.csv')
      writeFileSync(file, `customerId\n${ids.join('\n')}\n`)
      onTestFinished(async () => {
        clearInterval(passing)
        await server.close()
        rmSync(folder, { recursive: true })
      })
      const env = {
        DATABASE_URL: database,
        PARTNER_CENTER_BASE_URL: server.url,
        PARTNER_CENTER_TOKEN: token,
        XDG_STATE_HOME: folder,
      }
      const enter = async (line: string, circumstances: Circumstances = {}): Promise<Ending> => {
        const args = line.split(' ').map((word) => word.replace('LIST', file).replace('FOLDER', folder))
        const ending = await runCli(args, { ...circumstances, env: { ...env, ...circumstances.env } })
        expect(ending.output).not.toContain('a-password-never-printed')
        expect(ending.output).not.toContain(token)
        return ending
      }
      return {
        mock,
        folder,
        /** Runs a `fleet` command. */
        cli: (line: string, circumstances?: Circumstances) => enter(`fleet ${line}`, circumstances),
        /** Runs any other command, on a clock whose waits take no time. */
        alone: (line: string) => enter(line, { clock: createClock({ auto: true }) }),
      }
    },
  }
}
