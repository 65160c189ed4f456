import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { registerSchema, type SchemaObject, validate } from '@hyperjump/json-schema/draft-06'
import { createProductUpgradesClient } from '@partner-upgrades/client'
import { createClock, createPartnerCenterMock, faults } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { recordingPath } from '../../test/recording.ts'
import { createRecorder } from './recorder.ts'

const base = 'https://har.example/'

/** Registers an independent schema of HAR 1.2. */
function registerHar(): void {
  const require = createRequire(import.meta.url)
  const names = Object.keys(require('har-schema'))
  const folder = join(require.resolve('har-schema'), '..')
  for (const name of names) {
    const schema: SchemaObject = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
    registerSchema({ ...schema, $id: `${base}${name}.json` })
  }
}

const problemsOf = async (har: unknown) => {
  const output = await validate(`${base}har.json`, JSON.parse(JSON.stringify(har)), 'BASIC')
  return output.valid
    ? []
    : (output.errors ?? []).map(({ instanceLocation, absoluteKeywordLocation }) => [
        instanceLocation,
        absoluteKeywordLocation,
      ])
}

registerHar()

test('the schema of HAR finds invalid entries', async () => {
  expect(await problemsOf({ log: { version: '1.2', entries: [] } })).not.toEqual([])
})

test('a recording is HAR 1.2: successes, refusals and requests without a response', async () => {
  const clock = createClock({ auto: true })
  const mock = createPartnerCenterMock({ clock })
  const recorder = createRecorder({ fetch: mock.fetch, now: () => clock.now() })
  const client = createProductUpgradesClient({ credential: 'a-credential', clock, fetch: recorder.fetch })
  const request = { customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969', productFamily: 'Azure' }
  mock.inject(faults.throttled({ retryAfter: 3 }))
  await client.getStatus(await client.create(request))
  mock.inject(faults.dropped())
  await client.checkEligibility(request)
  await recorder.fetch('https://api.partnercenter.microsoft.com/v1/productUpgrades?trace=1')
  const har = await recorder.har()
  expect(har.log.entries.map(({ response }) => response.status)).toEqual([429, 202, 200, 0, 200, 405])
  expect(await problemsOf(har)).toEqual([])
})

test.for(['good', 'new-property', 'missing-location'])('the recording %s is HAR 1.2', async (name) => {
  expect(await problemsOf(JSON.parse(readFileSync(recordingPath(name), 'utf8')))).toEqual([])
})
