import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isDisconnected, toDatabaseError } from '../src/database/database-error.ts'
import { DatabaseError } from '../src/errors.ts'
import { type Postgres, startPostgres } from '../test/postgres.ts'

let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres({ settings: ['max_connections = 8', 'superuser_reserved_connections = 3'] })
  await ask(postgres.url, `CREATE USER guest PASSWORD 'a%secret'`)
})
afterAll(() => postgres.remove())

async function ask(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(sql)
  } finally {
    await client.end().catch(() => {})
  }
}

const guest = (): string => postgres.url.replace(/\/\/[^@]+@/, '//guest:a%25secret@')

async function problemOf(url: string, sql = 'SELECT 1'): Promise<unknown> {
  const error = await ask(url, sql).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  const told = toDatabaseError(error, url)
  if (!(told instanceof DatabaseError)) return told
  expect(told.message).not.toContain(decodeURIComponent(new URL(url).password))
  return `${told.problem}: ${told.message.split('\n')[0]}`
}

test('each problem with a database is reported in one line, without the password', async () => {
  const { url, port } = postgres
  const nowhere = new URL(url)
  nowhere.port = '1'
  expect(await problemOf(String(nowhere))).toBe('unreachable: No PostgreSQL answers at 127.0.0.1:1 (ECONNREFUSED).')
  expect(await problemOf(url.replace(/:[^:@]+@/, ':wrong@'))).toMatch(
    new RegExp(`^refused: PostgreSQL at 127.0.0.1:${port} refuses the user "owner" \\(password authentication failed`),
  )
  expect(await problemOf(url.replace(/postgres$/, 'none'))).toBe(
    `missing: There is no database "none" at 127.0.0.1:${port}.`,
  )
  expect(await problemOf(guest(), 'CREATE SCHEMA mine')).toBe(
    'rights: The user "guest" may not do this in the database "postgres" (permission denied for database postgres).',
  )
  expect(await problemOf(url, 'SELECT * FROM partner_upgrades.rows')).toBe(
    'uninitialized: The database "postgres" does not contain the tables of a fleet.',
  )
  expect(await problemOf(url, 'BEGIN READ ONLY; CREATE TABLE x ()')).toMatch(/^rights: The database at .* is read-only/)
  expect(await problemOf(url, 'SELECT pg_terminate_backend(pg_backend_pid())')).toMatch(/^lost: The connection to /)
  expect(await problemOf(url, 'SELEKT')).toMatchObject({ message: expect.stringContaining('syntax error') })
})

test('a server that takes no more connections is reported as such', async () => {
  const clients = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const client = new Client({ connectionString: guest() })
      await client.connect()
      return client
    }),
  )
  expect(await problemOf(guest())).toMatch(/^unreachable: PostgreSQL at .* takes no more connections/)
  for (const client of clients) await client.end()
})

test('a server that does not answer is unreachable, a crash loses the connection, and both are worth waiting for', async () => {
  postgres.freeze()
  expect(await problemOf(postgres.url)).toMatch(/^unreachable: No PostgreSQL answers at /)
  postgres.thaw()
  const client = new Client({ connectionString: postgres.url })
  client.on('error', () => {})
  await client.connect()
  const asked = client.query('SELECT pg_sleep(60)').catch((thrown: unknown) => thrown)
  await postgres.restart()
  const error = await asked
  expect(isDisconnected(error)).toBe(true)
  expect(toDatabaseError(error, postgres.url)).toMatchObject({ problem: 'lost' })
  expect(isDisconnected(new Error('division by zero'))).toBe(false)
})
