import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { startMockServer } from '@partner-upgrades/mocks/server'
import { contract } from '@partner-upgrades/spec/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleValues, type SampleRequest, type Situation, toRequest } from '../samples/request.ts'
import { sampleLanguages } from '../samples/samples.ts'
import { readCSharp } from './read/csharp.ts'
import { readPowerShell } from './read/powershell.ts'

const run = promisify(execFile)
const folder = join(import.meta.dirname, '../reports/samples')
const token = 'a-token'

// It accepts no other token: a sample that sends none, or another, gets 401.
const mock = createPartnerCenterMock({ tokens: [{ value: token }] })
let server: Awaited<ReturnType<typeof startMockServer>>
beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  server = await startMockServer(mock, { port: 0 })
})
afterAll(async () => {
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The initial values of the page, and others that need careful quoting. */
const situations = Object.values(contract.operations).flatMap((operation): [string, Omit<Situation, 'baseUrl'>][] => {
  const values = exampleValues(operation)
  const { attributes: _, ...plain } = Object(JSON.parse(values.body ?? '{}'))
  const odd = `it's "a" $HOME \`b\` \\ ‘c’ é`
  const application = operation.parameters.find(({ name }) => name === 'MS-PartnerCenter-Application')?.name
  return [
    [`${operation.id}, as documented`, { operation, values }],
    ...(values.body === undefined
      ? []
      : [
          [`${operation.id}, no attributes`, { operation, values: { ...values, body: JSON.stringify(plain) } }] as [
            string,
            Omit<Situation, 'baseUrl'>,
          ],
          [
            `${operation.id}, odd texts`,
            { operation, values: { ...values, body: JSON.stringify({ ...plain, note: odd }) } },
          ] as [string, Omit<Situation, 'baseUrl'>],
        ]),
    ...(application === undefined
      ? []
      : [
          [
            `${operation.id}, an odd header`,
            { operation, values: { ...values, parameters: { ...values.parameters, [application]: `it's $HOME "x"` } } },
          ] as [string, Omit<Situation, 'baseUrl'>],
        ]),
  ]
})

const write = (name: string, situation: Situation): string =>
  sampleLanguages.find((each) => each.name === name)?.write(situation) ?? ''

/** The request that every sample should send. */
function expected(situation: Situation): object {
  return shape({
    ...toRequest(situation),
    headers: [...toRequest(situation).headers, ['Authorization', `Bearer ${token}`]],
  })
}

/** A request in comparable form: headers by name, body as a value. */
function shape({ method, url, headers, body }: SampleRequest): object {
  return {
    method,
    target: url.replace(/^https?:\/\/[^/]*/, ''),
    headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    body: body === undefined ? undefined : JSON.parse(body),
  }
}

describe('curl sends the request', () => {
  test.each(situations)('%s', async (_, { operation, values }) => {
    const situation = { operation, values, baseUrl: server.url }
    const before = mock.requests.length
    const sample = write('curl', situation).replace('curl ', 'curl --silent --show-error ')
    await run('sh', ['-c', sample], { env: { ...process.env, PARTNER_CENTER_TOKEN: token, no_proxy: '*' } })
    const seen = mock.requests.slice(before)
    expect(seen).toHaveLength(1)
    const [{ method, target, headers, body, rejected, status } = {}] = seen
    expect([rejected, status]).not.toContain(401)
    expect(rejected).toBeUndefined()
    const want = toRequest(situation)
    expect([method, target]).toEqual([want.method, want.url.slice(server.url.length)])
    for (const [name, value] of want.headers) expect(headers?.[name.toLowerCase()], name).toBe(value)
    expect(body).toEqual(want.body === undefined ? undefined : JSON.parse(want.body))
  })
})

describe('the sample in TypeScript compiles, and our client sends the request', () => {
  const baseUrl = 'https://api.partnercenter.microsoft.com'
  const files = situations.map(([name], index) => [name, join(folder, `sample-${index}.ts`), index] as const)

  beforeAll(async () => {
    for (const [, file, index] of files) {
      const situation = situations[index]?.[1]
      if (situation !== undefined) writeFileSync(file, `${write('TypeScript', { ...situation, baseUrl })}export {}\n`)
    }
    const compilerOptions = { composite: false, noEmit: true, types: ['node'], isolatedDeclarations: false }
    const tsconfig = {
      extends: join(import.meta.dirname, '../../tsconfig.base.json'),
      compilerOptions,
      include: ['*.ts'],
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig))
    const tsc = join(import.meta.dirname, '../../node_modules/@typescript/native/bin/tsc')
    await run(process.execPath, [tsc, '-p', folder]).catch(({ stdout }) => {
      throw new Error(stdout)
    })
  })

  test.each(files)('%s', async (_, file, index) => {
    const situation = situations[index]?.[1]
    if (situation === undefined) throw new TypeError('There is no such situation.')
    const { FORCE_COLOR, ...env } = process.env
    const { stdout } = await run(
      process.execPath,
      ['--conditions=@partner-upgrades/source', '--import', join(import.meta.dirname, 'tell-requests.ts'), file],
      { env: { ...env, PARTNER_CENTER_TOKEN: token } },
    )
    const sent: readonly SampleRequest[] = JSON.parse(
      stdout.slice(stdout.lastIndexOf('\nrequests ') + '\nrequests '.length),
    )
    // The client looks for an earlier upgrade only if a create is in doubt, so each sample sends one request.
    expect(sent.map(shape)).toEqual([expect.objectContaining(withoutAccept(expected({ ...situation, baseUrl })))])
  })

  /** Allows the headers that the client adds itself. */
  function withoutAccept(want: object): object {
    return { ...want, headers: expect.objectContaining(Reflect.get(want, 'headers')) }
  }
})

describe.each([
  ['PowerShell', readPowerShell],
  ['C#', readCSharp],
] as const)('the sample in %s, parsed, sends the expected request', (language, read) => {
  test.each(situations)('%s', (_, { operation, values }) => {
    const situation = { operation, values, baseUrl: 'https://api.partnercenter.microsoft.com' }
    expect(shape(read(write(language, situation), { PARTNER_CENTER_TOKEN: token }))).toEqual(expected(situation))
  })
})
