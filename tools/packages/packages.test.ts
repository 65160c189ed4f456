import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findingsOf } from './inspect.ts'
import { publishedPackages } from './published.ts'

const root = join(import.meta.dirname, '../..')
const published = publishedPackages(root)

test('each published package matches its reviewed list and its own declarations, and passes publint', async () => {
  expect(published.length).toBeGreaterThan(3)
  const findings = await findingsOf(root, ['lists', 'manifests', 'publint'])
  expect(findings.join('\n')).toBe('')
})

test('each published package carries the licence of the project', () => {
  const licence = readFileSync(join(root, 'LICENSE'), 'utf8')
  for (const { folder } of published) expect(readFileSync(join(folder, 'LICENSE'), 'utf8')).toBe(licence)
})

test('each published package is built before it is checked here', () => {
  const { nx } = JSON.parse(readFileSync(join(root, 'tools/package.json'), 'utf8'))
  const [{ projects }] = nx.targets.test.dependsOn
  expect(projects).toEqual(expect.arrayContaining(published.map(({ manifest }) => manifest.name)))
})
