// How much memory a hostile provider can make `verify` use.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url))
const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
const tellPeak = `data:text/javascript,process.on('exit', () => console.error('peak ' + process.resourceUsage().maxRSS))`

/** Runs `verify` against a provider that responds with this body; returns its exit code, its output and its peak memory, in megabytes. */
async function verifyAgainst(body: Buffer) {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' })
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const options = ['--conditions=@partner-upgrades/source', '--import', tellPeak, cli]
  const verify = ['verify', '--base-url', `http://127.0.0.1:${port}`, '--max-rps', '9999']
  const env = { ...process.env, PARTNER_CENTER_TOKEN: 'the-token', PARTNER_CENTER_CUSTOMER_ID: customerId }
  const child = spawn(process.execPath, [...options, ...verify], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  const [code] = await once(child, 'close')
  const [, peak = 'nothing'] = /^peak (\d+)$/m.exec(complaint) ?? []
  return { code, complaint, megabytes: Number(peak) / 1_024 }
}

test('a body that decompresses to a gigabyte is abandoned, and takes little memory', async () => {
  // The members of a gzip file decompress one after the other.
  const bomb = Buffer.concat(Array.from({ length: 16 }, () => zeros))
  const { code, complaint, megabytes } = await verifyAgainst(bomb)
  expect(code).toBe(2)
  expect(complaint).toContain('the response body is larger than 262144 bytes')
  expect(megabytes).toBeLessThan(350)
})

test.for([
  [1, 'as the limit allows', 87_000],
  [2, 'as four times the limit holds', 349_000],
] as const)('with exit code %i, a body of as many empty lists %s takes little memory', async ([end, , count]) => {
  const { code, megabytes } = await verifyAgainst(gzipSync(`[${'[],'.repeat(count)}[]]`))
  expect(code).toBe(end)
  expect(megabytes).toBeLessThan(350)
})

const zeros = gzipSync(Buffer.alloc(2 ** 26))
