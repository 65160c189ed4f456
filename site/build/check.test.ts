import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { serveSite } from '../serve/server.ts'
import { readBuilt, readPublished, staleness } from './check.ts'

const hash = 'a'.repeat(64)

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'check-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
  return folder
}

test('a site is up to date, or stale', () => {
  const site = readBuilt(folderOf({ 'contract.json': JSON.stringify({ hash }) }))
  expect(staleness(site, hash)).toBeUndefined()
  expect(staleness(site, 'b'.repeat(64))).toMatch(
    /from the contract aaaaaaaaaaaa, .* now bbbbbbbbbbbb\. Build it again/,
  )
  expect(staleness('<html>', hash)).toMatch(/from the contract unknown, /)
})

test('a missing site is an error that says how to build it', () => {
  expect(() => readBuilt(folderOf({}))).toThrow(/no site yet.*npm run site/)
})

test('a published site can be checked, with or without a slash at the end of its address', async () => {
  const server = await serveSite({ folder: folderOf({ 'contract.json': JSON.stringify({ hash }) }), base: '/name/' })
  onTestFinished(() => server.close())
  expect(staleness(await readPublished(server.url), hash)).toBeUndefined()
  expect(staleness(await readPublished(server.url.slice(0, -1)), hash)).toBeUndefined()
  await expect(readPublished(`${server.url}else/`)).rejects.toThrow(/responded with 404/)
})
