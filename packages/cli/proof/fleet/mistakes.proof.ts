import { expect, test } from 'vitest'
import type { Circumstances } from '../../test/run-cli.ts'
import { useDatabases } from './set-up-fleet.ts'

const { server, setFleet } = useDatabases()

test('a wrong database, list or partner is reported in one clear line, and nothing is sent', async () => {
  const { cli, mock } = await setFleet()
  const address = (change: (url: URL) => void): Circumstances => {
    const url = new URL(server().url)
    change(url)
    return { env: { DATABASE_URL: String(url) } }
  }
  const nobody = address((url) => {
    url.port = '1'
  })
  const wrong = address((url) => {
    url.password = 'wrong-and-secret'
  })
  const none = address((url) => {
    url.pathname = '/none'
  })
  const bad: readonly (readonly [line: string, circumstances: Circumstances, code: number, message: RegExp])[] = [
    ['status', { env: { DATABASE_URL: '' } }, 2, /No database is named.*\n.*Set DATABASE_URL/],
    ['status', { env: { DATABASE_URL: 'mysql://u:secret@h/d' } }, 2, /DATABASE_URL is not the address of a PostgreSQL/],
    ['status', nobody, 5, /No PostgreSQL answers at 127\.0\.0\.1:1 \(ECONNREFUSED\)/],
    ['status', wrong, 3, /refuses the user "owner"/],
    ['status', none, 2, /There is no database "none"/],
    ['status', {}, 2, /fleet init/],
  ]
  for (const [line, circumstances, code, message] of bad) {
    const ending = await cli(line, circumstances)
    expect(ending.stderr).toMatch(message)
    expect(ending.output).not.toContain('secret')
    expect([line, ending.code]).toEqual([line, code])
  }
  await cli('init')
  await cli('add LIST --partner contoso --yes')
  const later: readonly (readonly [line: string, message: RegExp])[] = [
    ['add LIST --partner contoso --yes', /customers\.csv/],
    ['add LIST --partner fabrikam --yes', /contoso/],
    ['pause none.csv', /none\.csv/],
    ['results none.csv', /none\.csv/],
    ['status --partner none', /The fleet has no partner "none"/],
    ['work --partner none', /The fleet has no partner "none"/],
  ]
  for (const [line, message] of later) {
    const ending = await cli(line)
    expect(ending.stderr).toMatch(message)
    expect(ending.stderr).not.toMatch(/\n {4}at |Internal error/)
    expect([line, ending.code]).toEqual([line, 2])
  }
  expect(mock.requests).toEqual([])
})
