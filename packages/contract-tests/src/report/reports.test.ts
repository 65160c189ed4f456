import { expect, test } from 'vitest'
import { sampleReport } from '../../test/sample-report.ts'
import { toHtml } from './html.ts'
import { toJunit } from './junit.ts'
import { coverageFigures, isGood, type Report } from './report.ts'
import { renderReport } from './terminal.ts'

test('the terminal table has a sign for each cell and way, and the failures below', () => {
  expect(renderReport(sampleReport).split('\n')).toEqual([
    'A <run>: https://provider.example',
    '',
    '            getThings',
    '200 some    r!',
    '204         ·',
    '404 gone 5  –',
    '503 page',
    'S reached by state   r served on request   X a printed answer   · not shown   – not exercised   ! wrong',
    '',
    '3 of 4  things & more',
    '',
    '✗ bad\u0000',
    '  a < b',
    '  more',
    "  curl 'x'",
    '',
    '✗ something is missing',
  ])
})

test('JUnit XML has one suite for each group, and one for the run if it failed', () => {
  expect(toJunit(sampleReport)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="A &lt;run&gt;" tests="4" failures="2" errors="0" skipped="1" time="1.502">
  <testsuite name="first" tests="2" failures="1" errors="0" skipped="0" time="1.502" timestamp="2026-11-21T04:00:00.000Z">
    <testcase classname="first" name="good" time="1.500"/>
    <testcase classname="first" name="bad" time="0.002">
      <failure message="a &lt; b">a &lt; b
more
curl 'x'</failure>
    </testcase>
  </testsuite>
  <testsuite name="second" tests="1" failures="0" errors="0" skipped="1" time="0.000" timestamp="2026-11-21T04:00:00.000Z">
    <testcase classname="second" name="left out" time="0.000">
      <skipped message="not now"/>
    </testcase>
  </testsuite>
  <testsuite name="the run" tests="1" failures="1" errors="0" skipped="0" time="0.000" timestamp="2026-11-21T04:00:00.000Z">
    <testcase classname="the run" name="something is missing" time="0.000">
      <failure message="something is missing">something is missing</failure>
    </testcase>
  </testsuite>
</testsuites>
`)
})

test('the HTML page makes no request, and has neither scripts nor unescaped text', () => {
  const page = toHtml(sampleReport)
  expect(page).not.toMatch(/<script|<link|<img|<iframe|src=|href=|url\(|@import|<run>|a < b/)
  expect(page).toContain('A &lt;run&gt;')
  expect(page).toContain('title="shown: a &quot;test&quot;"')
})

test('the HTML page adapts to light or dark mode, and to the width of the window', () => {
  const page = toHtml(sampleReport)
  expect(page).toContain('@media (prefers-color-scheme: dark)')
  expect(page).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">')
  expect(page).toContain('2 things are wrong')
})

test('a run passes if nothing failed', () => {
  const good: Report = {
    ...sampleReport,
    failures: [],
    cases: sampleReport.cases.filter(({ name }) => name === 'good'),
  }
  expect(isGood(good)).toBe(true)
  expect(isGood({ ...good, failures: ['x'] })).toBe(false)
  expect(isGood({ ...good, cases: sampleReport.cases })).toBe(false)
  expect(toHtml(good)).toContain('Everything holds')
})

test('unreachable cells are counted separately', () => {
  expect(coverageFigures(sampleReport.slots)).toEqual([
    { label: 'shown of the contract', value: '1 of 4' },
    { label: 'reached by state', value: '0 of 3' },
    { label: 'served on request', value: '1 of 1' },
    { label: 'out of reach by state, each with its reason', value: '1' },
  ])
})
