import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { expectedOf, messages, type Reported } from '../../test/projects/expectations.ts'

const file = join(import.meta.dirname, '../../test/projects/node/cases.mjs')

/** Parses the tests of a TAP report, without the suites. */
function readTap(tap: string): readonly Reported[] {
  const points = tap.split(/^(?= *(?:not )?ok \d+ - )/m).slice(1)
  const tests = points.map((point) => ({
    name: /ok \d+ - (.*)/.exec(point)?.[1] ?? '',
    passed: !point.trimStart().startsWith('not'),
    message: point,
  }))
  return tests.filter(({ name }) => /^(?:passes|fails):/.test(name))
}

test('under node:test exactly the right tests fail, and say why', async () => {
  const args = ['--conditions=@partner-upgrades/source', '--test-reporter=tap', file]
  const { NODE_TEST_CONTEXT, ...env } = process.env
  // It is meant to fail.
  const { stdout } = await promisify(execFile)(process.execPath, args, { env }).catch((failure) => failure)
  const tests = readTap(stdout)
  expect(tests.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(messages)))
  // Of several errors node:test reports the first, which is the test's own.
  const said = (name: string) => messages[name]?.slice(0, 1)
  expect(tests).toEqual(tests.map((each) => expectedOf(each, said(each.name))))
})
