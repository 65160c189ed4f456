import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DCLinter } from 'dclint'
import { validate as validateDockerfile } from 'dockerfile-utils'
import { Deployment } from 'kubernetes-models/apps/v1'
import { Job } from 'kubernetes-models/batch/v1'
import { Client, type QueryResult } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { openFleet } from '../src/index.ts'
import { createListFolder } from '../test/lists.ts'
import { type Postgres, startPostgres } from '../test/postgres.ts'
import { startService } from '../test/service.ts'

const pathOf = (name: string): string => fileURLToPath(new URL(`../deploy/${name}`, import.meta.url))
const textOf = (name: string): string => readFileSync(pathOf(name), 'utf8')

/** The findings of a linter in a Dockerfile, and those of our own rules. */
function findingsOf(dockerfile: string): readonly string[] {
  const stage = /^FROM (\S+)/m.exec(dockerfile)?.[1] ?? ''
  return [
    ...validateDockerfile(dockerfile).map(({ message }) => String(message)),
    ...(/:.+$/.test(stage) ? [] : [`${stage} names no version`]),
    ...(/^USER (?!root)\w+$/m.test(dockerfile) ? [] : ['it runs as root']),
  ]
}

test('the Dockerfile has no findings, and a broken one has some', () => {
  expect(findingsOf(textOf('Dockerfile'))).toEqual([])
  expect(findingsOf('FROM node\nRUNN x\n')).toHaveLength(3)
})

/** The findings of the Compose schema and a linter in a file. */
function composeFindingsOf(path: string): readonly string[] {
  // The order of keys is a matter of taste; one service builds the image that the other one runs.
  const taste = [
    'service-keys-order',
    'services-alphabetical-order',
    'top-level-properties-order',
    'no-build-and-image',
  ]
  const rules = Object.fromEntries(taste.map((rule) => [rule, 0 as const]))
  const results = new DCLinter({ rules, quiet: false, debug: false, exclude: [] }).lintFiles([path], false)
  return results.flatMap(({ messages }: { readonly messages: readonly { readonly message: string }[] }) =>
    messages.map(({ message }) => message),
  )
}

test('the compose file has no findings, and a broken one has some', () => {
  expect(composeFindingsOf(pathOf('compose.yaml'))).toEqual([])
  const folder = mkdtempSync(join(tmpdir(), 'compose-'))
  const broken = join(folder, 'compose.yaml')
  writeFileSync(broken, textOf('compose.yaml').replace('stop_grace_period: 6m', 'stop_grace: 6m'))
  expect(composeFindingsOf(broken)).not.toEqual([])
  rmSync(folder, { recursive: true })
  const { services } = parse(textOf('compose.yaml'), { merge: true })
  expect(Object.keys(services)).toEqual(['database', 'init', 'worker'])
})

describe('the manifest for Kubernetes', () => {
  const documents = parseAllDocuments(textOf('kubernetes.yaml')).map((document) => document.toJS())

  test('matches the schema of each kind', () => {
    expect(documents.map(({ kind }) => kind)).toEqual(['Job', 'Deployment'])
    const [job, deployment] = documents
    expect(() => new Job(job).validate()).not.toThrow()
    expect(() => new Deployment(deployment).validate()).not.toThrow()
    expect(() =>
      new Deployment({ ...deployment, spec: { ...deployment.spec, replicas: 'three' } }).validate(),
    ).toThrow()
  })

  test('runs unprivileged, with a memory limit and more time to stop than a request takes', () => {
    for (const { spec } of documents) {
      const [container] = spec.template.spec.containers
      expect(container.securityContext).toMatchObject({ runAsNonRoot: true, readOnlyRootFilesystem: true })
      expect(container.resources.limits.memory).toBe('256Mi')
    }
    expect(documents[1].spec.template.spec.terminationGracePeriodSeconds).toBeGreaterThan(300)
  })
})

describe('the queries for operators', () => {
  const queries = textOf('operators.sql')
    .split(/;\n/)
    .map((query) => query.trim())
    .filter((query) => query.includes('SELECT'))
    .map((query) => [/(?:^|\n\n)-- ([^\n]+\?)/.exec(query)?.[1] ?? query, query] as const)
  let postgres: Postgres
  let client: Client
  const answers = new Map<string, QueryResult>()

  beforeAll(async () => {
    postgres = await startPostgres({ settings: ['fsync = on'] })
    const lists = createListFolder()
    const service = await startService()
    const fleet = openFleet({ database: postgres.url })
    await fleet.init()
    await fleet.setPartner({ name: 'contoso', service: service.url, ceiling: 6_000 })
    await fleet.add(lists.write('done.csv', 5), { partner: 'contoso' })
    const often = { minPollDelay: 100, maxPollDelay: 100 }
    await fleet.work({ client: () => ({ credential: 'token', ...often }), untilDone: true })
    await fleet.add(lists.write('open.csv', 3), { partner: 'contoso' })
    client = new Client({ connectionString: postgres.url })
    await client.connect()
    for (const [question, query] of queries) answers.set(question, await client.query(query))
    await fleet.close()
    await service.close()
    lists.remove()
  })
  afterAll(async () => {
    await client.end()
    await postgres.remove()
  })

  test('each has a question, and an answer', () => {
    expect(queries.length).toBeGreaterThan(10)
    for (const [question] of queries) expect(question).toMatch(/\?$/)
    expect([...answers.keys()]).toEqual(queries.map(([question]) => question))
  })

  const rowsOf = (question: string): readonly unknown[] =>
    [...answers].find(([asked]) => asked.startsWith(question))?.[1].rows ?? []

  test('they report states, speed, settings and disk use', () => {
    expect(rowsOf('What is the state of each list')).toEqual([
      { list: 'done.csv', partner: 'contoso', list_state: 'running', state: 'completed', customers: '5' },
      { list: 'open.csv', partner: 'contoso', list_state: 'running', state: 'new', customers: '3' },
    ])
    expect(rowsOf('How many customers were settled')).toMatchObject([
      { list: 'done.csv', outcome: 'completed', customers: '5' },
    ])
    expect(rowsOf('Is a partner throttled')).toMatchObject([{ partner: 'contoso', percent_throttled: '0.00' }])
    expect(rowsOf('Was a create ever sent twice')).toEqual([])
    expect(rowsOf('Do the settings protect')).toEqual(
      ['fsync', 'full_page_writes', 'synchronous_commit'].map((name) => ({ name, setting: 'on', good: true })),
    )
    expect(rowsOf('How much disk').length).toBeGreaterThan(5)
    expect(rowsOf('Who is connected').length).toBeGreaterThan(0)
  })

  test('they report creates in doubt, dead letters, failures and the history of a customer', async () => {
    const ask = async (question: string): Promise<readonly unknown[]> => {
      const [, query = ''] = queries.find(([asked]) => asked.startsWith(question)) ?? []
      return (await client.query(query)).rows
    }
    await client.query(`UPDATE partner_upgrades.rows SET state = 'sent', request_id = gen_random_uuid(), since = now(),
      customer_id = '4c721420-72ad-4708-a0a7-371a2f7b0969' WHERE list = 2 AND row = 0`)
    await client.query(`INSERT INTO partner_upgrades.entries (list, row, key, counts, entry) VALUES
      (2, 0, gen_random_uuid(), true, '{"is":"ended","outcome":"rejected","reason":{"text":"Suspended","code":"900105"}}'),
      (2, 0, gen_random_uuid(), true, '{"is":"created","upgradeId":"a","adopted":false}'),
      (2, 0, gen_random_uuid(), true, '{"is":"created","upgradeId":"b","adopted":false}')`)
    await client.query(`UPDATE partner_upgrades_queue.job SET name = 'partner-1.dead' WHERE data ->> 'row' = '0'`)
    expect(await ask('Which creates are in doubt')).toMatchObject([{ list: 'open.csv', line: 2 }])
    expect(await ask('Which customers are in the dead-letter queue')).toMatchObject([{ list: 'open.csv', line: 2 }])
    expect(await ask('Why did customers not succeed')).toMatchObject([{ code: '900105', for_example: 'Suspended' }])
    expect(await ask('What happened to one customer')).toHaveLength(3)
    expect(await ask('Was a create ever sent twice')).toHaveLength(1)
  })
})
