// Tests both editions of the document with other tools: validators accept them, and the clients of five generators compile, talk to
// the mock over HTTP, and read every response that has an example in the document.
import { fileURLToPath } from 'node:url'
import { createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { type MockServer, startMockServer } from '@partner-upgrades/mocks/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installSandbox } from '../../sandboxes/install.ts'
import { describeAnswer, documentedAnswers, headersFor } from './answers.ts'
import type { GeneratedClient } from './clients/client.ts'
import { generators } from './generators.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

const answers = documentedAnswers()
let server: MockServer

beforeAll(async () => {
  await installSandbox('generators')
  server = await startMockServer(createPartnerCenterMock({ customers: 20 }))
})

afterAll(() => server?.close())

describe.each([
  ['openapi.json', '3.1.1'],
  ['openapi-3.0.json', '3.0.3'],
])('%s', (edition, version) => {
  let workshop: Workshop

  beforeAll(async () => {
    workshop = openWorkshop(fileURLToPath(import.meta.resolve(`@partner-upgrades/spec/${edition}`)), server.url)
    for (const { command } of generators) await workshop.run(...command)
  })

  afterAll(() => workshop?.remove())

  test('Redocly and swagger-parser accept it', async () => {
    const lint = ['lint', '--extends', 'spec', 'openapi.json']
    expect(await workshop.run('@redocly/cli/bin/cli.js', ...lint)).toContain('is valid')
    expect(await workshop.run('./swagger-parser.mjs')).toBe(`${version}\n`)
  })

  test('the clients, and the programs that use them, have no type errors', async () => {
    expect(await workshop.run('typescript/bin/tsc')).toBe('')
  })

  test.each(generators)('the client of $name reads every documented response', async ({ name, exceptions }) => {
    const connect = await workshop.load(name)
    const client = connect(server.url, { Authorization: 'Bearer any' })
    const refused = new Map<string, string>()
    for (const answer of answers) {
      const reason = await whyRefused(client, answer)
      if (reason !== undefined) refused.set(describeAnswer(answer), reason)
    }
    console.log(`${edition} ${name}: ${answers.length - refused.size} of ${answers.length} documented responses`)
    const unexplained = [...refused].filter(([place]) => !exceptions.some(({ answers }) => answers.test(place)))
    expect(Object.fromEntries(unexplained)).toEqual({})
    for (const { answers } of exceptions)
      expect([...refused.keys()].filter((place) => answers.test(place))).not.toEqual([])
  })
})

/** Returns why a client does not read a response as documented; undefined if it does. */
async function whyRefused(
  client: GeneratedClient,
  answer: ReturnType<typeof documentedAnswers>[number],
): Promise<string | undefined> {
  try {
    const { status, body } = (await client.calls[answer.operation]?.(headersFor(answer))) ?? {}
    expect(status).toBe(answer.status)
    if (answer.mediaType === undefined) return undefined
    expect(body).toEqual(answer.value)
    client.parse?.(answer.operation, answer.status, body)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
