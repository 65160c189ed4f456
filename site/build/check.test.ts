import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { staleness } from './check.ts'

test('a site is up to date, stale or missing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'check-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  expect(staleness(folder, 'a'.repeat(64))).toMatch(/no site yet.*npm run site/)
  writeFileSync(join(folder, 'contract.json'), JSON.stringify({ hash: 'a'.repeat(64) }))
  expect(staleness(folder, 'a'.repeat(64))).toBeUndefined()
  expect(staleness(folder, 'b'.repeat(64))).toMatch(
    /from the contract aaaaaaaaaaaa, .* now bbbbbbbbbbbb\. Build it again/,
  )
})
