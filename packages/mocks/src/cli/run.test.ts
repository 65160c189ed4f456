import { execFileSync } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { renameSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { customerId } from '../../test/partner-center.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import type { MockServer } from '../server.ts'
import { run } from './run.ts'

let server: MockServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

async function start(...args: string[]) {
  const printed: string[] = []
  const complaints: string[] = []
  const said = new EventEmitter()
  const sayTo = (lines: string[]) => (line: string) => {
    lines.push(line)
    said.emit('line')
  }
  server = await run(['--port', '0', ...args], { print: sayTo(printed), complain: sayTo(complaints) })
  /** Waits until the text has been printed, however long the machine takes to report a file change. */
  const until = async (lines: readonly string[], text: string): Promise<void> => {
    while (!lines.join('\n').includes(text)) await once(said, 'line')
  }
  return { url: server?.url ?? '', printed, complaints, until }
}

function scenarioFile(scenario: object): { file: string; write: (text: string) => void } {
  const file = join(temporaryFolder(), 'scenario.json')
  writeFileSync(file, JSON.stringify(scenario))
  const write = (text: string) => {
    writeFileSync(`${file}.new`, text)
    renameSync(`${file}.new`, file)
  }
  return { file, write }
}

async function eligibility(url: string): Promise<number> {
  const response = await fetch(`${url}/v1/productUpgrades/eligibility`, {
    method: 'POST',
    headers: { Authorization: 'Bearer t', 'Content-Type': 'application/json' },
    body: JSON.stringify({ customerId, productFamily: 'Azure' }),
  })
  await response.text()
  return response.status
}

test('it listens on loopback, prints its URL, and logs each exchange', async () => {
  const { url, printed } = await start()
  expect(await eligibility(url)).toBe(200)
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(printed).toEqual([
    `Mock Partner Center listening on ${url}`,
    expect.stringMatching(/^\d\d:\d\d:\d\d POST \/v1\/productUpgrades\/eligibility 200$/),
  ])
})

test('with --customers, it makes up that many, and no other customer exists', async () => {
  const { url } = await start('--customers', '12')
  const answer = await fetch(`${url}/v1/customers?size=500`, { headers: { Authorization: 'Bearer t' } })
  const { items } = await answer.json()
  expect(items).toHaveLength(12)
  expect(await eligibility(url)).toBe(403)
  await expect(start('--customers', 'many')).rejects.toThrow('--customers must be a number, not "many".')
})

test('a scenario can have customers made up, or say how each has accepted the agreement', async () => {
  const { file } = scenarioFile({ customers: 3, seed: 'a' })
  const { url } = await start('--scenario', file)
  const answer = await fetch(`${url}/v1/customers`, { headers: { Authorization: 'Bearer t' } })
  expect((await answer.json()).items).toHaveLength(3)
  await server?.close()
  const other = scenarioFile({ customers: [{ id: customerId, agreement: 'none', companyName: 'Contoso' }] })
  const { url: second } = await start('--scenario', other.file)
  const path = `/v1/customers/${customerId}/directSignedMicrosoftCustomerAgreementStatus`
  const signed = await fetch(second + path, { headers: { Authorization: 'Bearer t' } })
  expect(await signed.json()).toEqual({ isSigned: false })
})

test('with --quiet, it logs nothing', async () => {
  const { url, printed } = await start('--quiet')
  await eligibility(url)
  expect(printed).toHaveLength(1)
})

test('a scenario is read at the start, and again when it changes', async () => {
  const { file, write } = scenarioFile({ customers: [] })
  const { url, printed, until } = await start('--scenario', file)
  expect(await eligibility(url)).toBe(403)
  write(JSON.stringify({ customers: [{ id: customerId }] }))
  await until(printed, 'Reloaded')
  expect(await eligibility(url)).toBe(200)
})

test('an invalid scenario changes nothing, and is reported', async () => {
  const { file, write } = scenarioFile({ customers: [{ id: customerId }] })
  const { url, complaints, until } = await start('--scenario', file)
  write('{"customer": []}')
  await until(complaints, 'has an unknown property customer')
  expect(await eligibility(url)).toBe(200)
})

test('the state is shown only if requested', async () => {
  const { file } = scenarioFile({ upgrades: [{ customerId }] })
  const { url } = await start('--scenario', file, '--admin', '/state')
  expect(await (await fetch(`${url}/state`)).json()).toMatchObject({ upgrades: [{ customerId, status: 'Pending' }] })
  await server?.close()
  const { url: other } = await start()
  expect((await fetch(`${other}/state`)).status).toBe(404)
})

test('pages of other origins can read the state only with --admin-origin', async () => {
  const asked = async (...args: string[]) => {
    const { url } = await start('--admin', '/state', ...args)
    const { status } = await fetch(`${url}/state`, { headers: { Origin: 'https://page.example' } })
    await server?.close()
    return status
  }
  expect(await asked()).toBe(403)
  expect(await asked('--admin-origin', 'https://page.example')).toBe(200)
})

test('under a host name other than localhost, the state can be read only with --admin-host', async () => {
  const asked = async (...args: string[]) => {
    const { url } = await start('--admin', '/state', ...args)
    const [response] = await once(get(`${url}/state`, { headers: { Host: 'mock:4010' } }), 'response')
    response.resume()
    await server?.close()
    return response.statusCode
  }
  expect(await asked()).toBe(403)
  expect(await asked('--admin-host', 'other', '--admin-host', 'mock')).toBe(200)
})

test.each([
  ['the latest hundred exchanges', {}, 100],
  ['as many exchanges as the scenario says', { journalLimit: 2 }, 2],
])('the state has %s', async (_, scenario, length) => {
  const { file } = scenarioFile(scenario)
  const { url } = await start('--scenario', file, '--quiet', '--admin', '/state')
  for (let count = 0; count <= length; count += 1) await eligibility(url)
  expect((await (await fetch(`${url}/state`)).json()).requests).toHaveLength(length)
})

test('help is printed, and nothing is started', async () => {
  const { printed } = await start('--help')
  expect(server).toBeUndefined()
  expect(printed.join('\n')).toContain('--scenario')
})

test.skipIf(process.platform === 'win32')(
  'a scenario that is not a regular file is refused without waiting for it',
  async () => {
    const folder = temporaryFolder()
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    const kinds = { folder, pipe, device: '/dev/zero' }
    for (const [kind, file] of Object.entries(kinds)) {
      const message = `The scenario ${file} is a ${kind}; use a regular file.`
      await expect(start('--scenario', file)).rejects.toThrow(message)
    }
  },
)

test.skipIf(process.platform === 'win32')('a scenario that is replaced by a pipe changes nothing', async () => {
  const { file, write } = scenarioFile({ customers: [{ id: customerId }] })
  const { url, printed, until } = await start('--scenario', file)
  execFileSync('mkfifo', [`${file}.pipe`])
  renameSync(`${file}.pipe`, file)
  expect(await eligibility(url)).toBe(200)
  write('{}')
  await until(printed, 'Reloaded')
})

test.each([
  [['--prot', '1'], '--port'],
  [['--port', 'many'], 'from 0 to 65535, not "many"'],
  [['--port='], 'from 0 to 65535, not ""'],
  [['--port', '70000'], 'from 0 to 65535, not "70000"'],
  [['extra'], "'extra'"],
  [['--admin', 'state'], '--admin /state'],
  [['--admin', '/state', '--admin-origin', '*'], 'such as http://localhost:5173: *'],
  [['--scenario', '/nowhere.json'], '/nowhere.json'],
])('%j is an error with a helpful message', async (args, message) => {
  await expect(start(...args)).rejects.toThrow(message)
})
