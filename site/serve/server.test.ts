import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { serveSite } from './server.ts'

test('a site is served below its base path, pages also without .html, and no file outside its folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'serve-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'index.html'), 'home')
  writeFileSync(join(folder, 'page.html'), 'page')
  const server = await serveSite({ folder, base: '/base/' })
  onTestFinished(() => server.close())
  const get = async (path: string) => {
    const response = await fetch(new URL(path, server.url))
    return [response.status, (await response.text()).trim()]
  }
  expect(await get('')).toEqual([200, 'home'])
  expect(await get('page')).toEqual([200, 'page'])
  expect(await get('page.html')).toEqual([200, 'page'])
  expect(await get('missing')).toEqual([404, 'There is no such page.'])
  expect(await get('/')).toEqual([404, 'There is no such page.'])
  expect(await get('%2e%2e%2f%2e%2e%2fetc/passwd')).toEqual([404, 'There is no such page.'])
  expect((await fetch(server.url)).headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
  const encodingFor = async (accepted: string) =>
    (await fetch(server.url, { headers: { 'Accept-Encoding': accepted } })).headers.get('content-encoding')
  expect([await encodingFor('gzip, br'), await encodingFor('identity')]).toEqual(['gzip', null])
})
