import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock, createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { startMockServer } from '@partner-upgrades/mocks/server'
import { type Postgres, startPostgres } from '@partner-upgrades/tools/postgres'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { type Circumstances, type Ending, runCli } from '../../test/run-cli.ts'

/** The customers of the list of every fleet. */
export const ids = ['4c721420-72ad-4708-a0a7-371a2f7b0969', '58e2af4f-0ad3-4688-8744-be2357cd939a']
const token = 'eyJ.the-secret-token.of-the-partner'

/** A command that works until nothing is open. */
export const work = 'work --until-done --interval 200ms'

/** Starts a PostgreSQL server for the tests of a file, in which each fleet has a database of its own. */
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
    /** The server. */
    server: () => postgres,
    /** A Partner Center whose upgrades take no time, an empty database, and a user. */
    async setFleet() {
      const mock = createPartnerCenterMock({ clock: createClock() })
      // The database keeps real time; an upgrade takes a fifth of a second of it.
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
        /** Enters a command of `fleet`. */
        cli: (line: string, circumstances?: Circumstances) => enter(`fleet ${line}`, circumstances),
        /** Enters another command, whose waits take no time. */
        alone: (line: string) => enter(line, { clock: createClock({ auto: true }) }),
      }
    },
  }
}
