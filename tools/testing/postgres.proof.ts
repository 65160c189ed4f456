import { existsSync } from 'node:fs'
import { Client } from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startPostgres } from './postgres.ts'

async function start(): Promise<Awaited<ReturnType<typeof startPostgres>>> {
  const postgres = await startPostgres()
  onTestFinished(() => postgres.remove())
  return postgres
}

async function ask(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('committed data survives a crash, and earlier connections are lost', async () => {
  const postgres = await start()
  await ask(postgres.url, 'CREATE TABLE kept (id int); INSERT INTO kept VALUES (1)')
  const lost = new Client({ connectionString: postgres.url })
  const ended = new Promise((resolve) => lost.on('error', resolve))
  await lost.connect()
  await postgres.restart()
  expect(await ended).toBeInstanceOf(Error)
  expect(await ask(postgres.url, 'SELECT id FROM kept')).toEqual([{ id: 1 }])
  const [{ version } = { version: 0 }] = await ask(
    postgres.url,
    `SELECT current_setting('server_version_num')::int AS version`,
  )
  expect(version).toBeGreaterThanOrEqual(150_000)
})

test('a wrong password is refused', async () => {
  const postgres = await start()
  const url = postgres.url.replace(/:[^:@]+@/, ':wrong@')
  await expect(ask(url, 'SELECT 1')).rejects.toThrow(/password authentication failed/)
})

test('a frozen server does not respond until it is thawed', async () => {
  const postgres = await start()
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  postgres.freeze()
  let answered = false
  const answer = client.query('SELECT 1').then(() => {
    answered = true
  })
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(answered).toBe(false)
  postgres.thaw()
  await answer
  expect(answered).toBe(true)
  await client.end()
})

test('several servers run side by side, and each removes its own folder', async () => {
  const [one, two] = await Promise.all([startPostgres(), startPostgres()])
  expect(one.port).not.toBe(two.port)
  const [{ folder } = { folder: '' }] = await ask(one.url, `SELECT current_setting('data_directory') AS folder`)
  expect(existsSync(String(folder))).toBe(true)
  await Promise.all([one.remove(), two.remove()])
  expect(existsSync(String(folder))).toBe(false)
  await expect(ask(two.url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/)
})

test('if PostgreSQL is missing, the error says how to install it', async () => {
  vi.stubEnv('POSTGRES_BIN', '/nowhere')
  onTestFinished(() => void vi.unstubAllEnvs())
  await expect(startPostgres()).rejects.toThrow(/apt-get install .*postgresql/)
})
