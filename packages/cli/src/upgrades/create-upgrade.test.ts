import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { faults } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { createsOf, customerId, type Stage, setStage } from '../../test/partner-center.ts'

const otherCustomer = '58e2af4f-0ad3-4688-8744-be2357cd939a'
const create = ['create', customerId, '--yes']

/** The JSON files in a folder: the path and the text of each. */
function filesIn(...path: readonly string[]): readonly (readonly [path: string, text: string])[] {
  const folder = join(...path)
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.map((name) => [join(folder, name), readFileSync(join(folder, name), 'utf8')])
}

const remembered = ({ env }: Stage) => filesIn(env.XDG_STATE_HOME ?? '', 'partner-upgrades')
const records = ({ env }: Stage) => filesIn(env.XDG_STATE_HOME ?? '', 'partner-upgrades', 'creates')

test('before the create is sent, its request ID is on disk, readable by this user only', async () => {
  const stage = await setStage()
  const seen: string[] = []
  stage.mock.override({
    createProductUpgrade: () => {
      for (const [path, text] of records(stage)) {
        seen.push(JSON.parse(text).requestId)
        expect(statSync(path).mode & 0o777).toBe(0o600)
      }
      return { status: 202, headers: { Location: `productUpgrades/${otherCustomer}` } }
    },
  })
  await stage.cli(create)
  expect(seen).toEqual(stage.mock.requests.map(({ requestId }) => requestId))
  expect(seen).toHaveLength(1)
})

test('after a clear response, the upgrade is stored as plain JSON', async () => {
  const stage = await setStage()
  const { stdout } = await stage.cli([...create, '--json'])
  const { event, ...upgrade } = JSON.parse(stdout)
  expect(event).toBe('created')
  expect(remembered(stage).map(([, text]) => JSON.parse(text))).toEqual([{ upgrade }])
})

test('a refused create leaves no file', async () => {
  const stage = await setStage()
  stage.mock.inject(faults.fault('900105'))
  await stage.cli(create)
  expect(remembered(stage)).toEqual([])
  expect(records(stage)).toEqual([])
})

test('an upgrade that cannot be stored is still reported, and the exit code does not claim that nothing was sent', async () => {
  const stage = await setStage()
  const folder = join(stage.env.XDG_STATE_HOME ?? '', 'partner-upgrades')
  stage.mock.override({
    createProductUpgrade: () => {
      rmSync(folder, { recursive: true })
      writeFileSync(folder, '')
      return { status: 202, headers: { Location: `productUpgrades/${otherCustomer}` } }
    },
  })
  const { code, stdout, stderr } = await stage.cli(create)
  expect(stdout).toBe(`created: upgrade ${otherCustomer}\n`)
  expect(stderr).toContain('Cannot write')
  expect(code).toBe(1)
})

test('while the outcome is unknown, each retry has the same request ID', async () => {
  const stage = await setStage({ deduplicate: false })
  const blind = stage.mock.inject(faults.unavailable(), { every: 1 })
  expect((await stage.cli(create)).code).toBe(6)
  expect((await stage.cli(create)).code).toBe(6)
  blind.remove()
  expect((await stage.cli(create)).code).toBe(0)
  const creates = stage.mock.requests.filter(({ operation }) => operation === 'createProductUpgrade')
  expect(new Set(creates.map(({ requestId }) => requestId)).size).toBe(1)
  expect(stage.mock.snapshot().upgrades).toHaveLength(1)
})

test('customers, families and services have separate state', async () => {
  const stage = await setStage()
  const other = await setStage()
  await stage.cli(create)
  await stage.cli(['create', otherCustomer, '--yes'])
  await stage.cli([...create, '--family', 'Windows365'])
  await other.cli(create, { env: { XDG_STATE_HOME: stage.env.XDG_STATE_HOME } })
  expect(remembered(stage)).toHaveLength(4)
})

test('two processes at once create one upgrade', async () => {
  const stage = await setStage({ deduplicate: false })
  const ensure = ['ensure', customerId, '--yes', '--json']
  const endings = await Promise.all([stage.cli(ensure), stage.cli(ensure), stage.cli(ensure)])
  expect(endings.map(({ code }) => code)).toEqual([0, 0, 0])
  expect(new Set(endings.map(({ stdout }) => JSON.parse(stdout.trim().split('\n').at(-1) ?? '').upgradeId)).size).toBe(
    1,
  )
  expect(createsOf(stage.mock)).toBeGreaterThan(0)
  expect(stage.mock.snapshot().upgrades).toHaveLength(1)
})
