import { expect, test } from 'vitest'
import { entryOf, harOf, recording } from '../../test/recording.ts'
import { toHtml } from '../report/html.ts'
import { toJunit } from '../report/junit.ts'
import { isGood } from '../report/report.ts'
import { productUpgrades } from './api.ts'
import { toReport } from './to-report.ts'
import { verifyHar } from './verify-har.ts'

const options = { recording: 'traffic.har', at: '2026-01-01T00:00:00.000Z', failOnAdditions: false }

test('a conforming recording passes, and the report counts what was checked', async () => {
  const report = toReport(verifyHar(await recording('good'), productUpgrades), options)
  expect(isGood(report)).toBe(true)
  expect(report.figures).toEqual([
    { label: 'entries checked', value: '6 of 6' },
    { label: 'violations', value: '0' },
    { label: 'additions', value: '0' },
  ])
  expect(toJunit(report)).toContain('tests="1" failures="0"')
  expect(toHtml(report)).toContain('traffic.har')
})

test('a violation fails, and is one case however many entries have it', async () => {
  const entry = await entryOf('missing-location', 0)
  const report = toReport(verifyHar(harOf(entry, entry, entry), productUpgrades), options)
  const failed = report.cases.filter(({ outcome }) => outcome === 'failed')
  expect(isGood(report)).toBe(false)
  expect(failed.map(({ name, reasons }) => `${name} ${reasons}`)).toEqual([
    'entry 0, createProductUpgrade: /response/headers/Location is missing (and 2 more like it)',
  ])
  expect(toJunit(report)).toContain('<failure message="is missing (and 2 more like it)">')
})

test('additions are reported, and fail if requested', async () => {
  const traffic = verifyHar(await recording('new-property'), productUpgrades)
  const told = (failOnAdditions: boolean) => toReport(traffic, { ...options, failOnAdditions })
  expect([isGood(told(false)), isGood(told(true))]).toEqual([true, false])
  expect(told(false).cases.filter(({ group }) => group === 'Additions')).toHaveLength(2)
})

test('missing operations are listed as not exercised, and unrelated entries are counted', async () => {
  const traffic = verifyHar(await recording('good'), productUpgrades)
  const unchecked = [{ entry: 1, operation: undefined, pointer: '/response/body', message: 'was cut off' }]
  const report = toReport({ ...traffic, unchecked, skipped: 3, unanswered: 1 }, options)
  expect(report.cases.at(-1)).toMatchObject({
    outcome: 'notExercised',
    name: 'entry 1: /response/body',
    reasons: ['was cut off'],
  })
  expect(report.figures.map(({ label }) => label)).toContain('of other APIs, skipped')
  expect(report.figures.map(({ label }) => label)).toContain('without a response')
})
