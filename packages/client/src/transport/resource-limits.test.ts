import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { brotliCompressSync, constants } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { socketsAfterRedirects } from '../../test/redirects.ts'
import { accepted, fault, request, type Step, script } from '../../test/service.ts'
import { type AuditRecord, createProductUpgradesClient, type ResponseEvent } from '../index.ts'

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

test('redirects with bodies leave no sockets open', async () => {
  expect(await socketsAfterRedirects(100)).toBeLessThanOrEqual(16)
})

test('a response that decompresses to a gigabyte is abandoned after a mebibyte', async () => {
  const bomb = brotliCompressSync(Buffer.alloc(1 << 30), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
  const url = await serve((incoming, response) => {
    incoming.resume()
    response.writeHead(200, { 'Content-Encoding': 'br', 'Content-Type': 'application/json' })
    response.end(bomb)
  })
  const upgrades = createProductUpgradesClient({ credential: 'token', baseUrl: url })
  const before = process.memoryUsage.rss()
  await expect(upgrades.checkEligibility(request)).rejects.toMatchObject({ message: 'The response is too long' })
  expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 2 ** 20)
}, 60_000)

const token = 'eyJ0eXAi.secret+token/of=the==partner.0123456789'
const echoes = [
  token,
  encodeURIComponent(token),
  encodeURIComponent(token).replace(/%../g, (code) => code.toLowerCase()),
]
const secret = /secret|%2Btoken/i

/** Everything that a caller can see of calls with these responses. */
async function seenOf(...steps: readonly Step[]): Promise<string> {
  const { fetch } = script(...steps)
  const told: (AuditRecord | ResponseEvent)[] = []
  const upgrades = createProductUpgradesClient({
    credential: token,
    fetch,
    retries: 0,
    onAudit: (record) => told.push(record),
    onResponse: (event) => told.push(event),
  })
  const results: unknown[] = []
  for (const _ of steps) results.push(await upgrades.checkEligibility(request).catch((error: unknown) => error))
  const headers = told.flatMap((each) => ('headers' in each && each.headers ? [...each.headers] : []))
  const errors = results.map((each) => (each instanceof Error ? `${each.message} ${each.stack}` : ''))
  return JSON.stringify([told, headers, results, errors])
}

test.for(echoes)('a token that the service echoes as %s appears in nothing that a caller sees', async (echo) => {
  const seen = await seenOf(
    fault(400, echo, 'No.'),
    fault(403, '900105', `The token ${echo} is not good.`),
    fault(401, '900420', `The audience of Bearer ${echo} is invalid.`),
    Response.json({ statusCode: 429, message: echo }, { status: 429 }),
    Response.json({ ...request, isEligible: false, reason: echo }),
    Response.json({ ...request, isEligible: false, [echo]: [{ deep: echo }] }),
    Response.json(
      { ...request, isEligible: true },
      { headers: { 'MS-CV': echo, 'MS-ServerId': echo, 'X-Echo': echo } },
    ),
    new Response(`<html>${echo}</html>`, { status: 403, headers: { 'Content-Type': `text/html; token=${echo}` } }),
  )
  expect(seen).toContain('<token>')
  expect(seen).not.toMatch(secret)
})

test('a Location that echoes the token is not shown, either', async () => {
  const { fetch } = script(accepted(`productUpgrades/${token}`), Response.json({ ...request, isEligible: true }))
  const upgrades = createProductUpgradesClient({ credential: token, fetch, retries: 0, settleFor: 1 })
  const error = await upgrades.create(request).catch((thrown: unknown) => thrown)
  expect(JSON.stringify(error)).not.toMatch(secret)
})

test.for(['[', '{"a":'])(
  'a response with a hundred thousand nested levels of %s is a violation of the contract',
  async (open) => {
    const deep = `${open.repeat(100_000)}1${(open === '[' ? ']' : '}').repeat(100_000)}`
    const { fetch } = script(
      new Response(`{"isEligible":false,"reason":${deep}}`),
      new Response(`{"code":"900105","description":"No.","data":${deep}}`, { status: 403, headers: { 'MS-CV': 'cv' } }),
      new Response(`{"id":"x","status":"Completed","lineItems":${deep}}`),
    )
    const upgrades = createProductUpgradesClient({ credential: 'token', fetch })
    await expect(upgrades.checkEligibility(request)).rejects.toMatchObject({ name: 'ContractViolationError' })
    await expect(upgrades.checkEligibility(request)).rejects.toMatchObject({ name: 'FaultError', status: 403 })
    const reference = { ...request, upgradeId: request.customerId, baseUrl: upgrades.baseUrl }
    await expect(upgrades.waitForCompletion(reference)).rejects.toMatchObject({ name: 'ContractViolationError' })
  },
)

test('brackets in strings do not count as nesting', async () => {
  const reason = `${'["{'.repeat(500)}\\`
  const { fetch } = script(Response.json({ ...request, isEligible: false, reason }))
  const upgrades = createProductUpgradesClient({ credential: 'token', fetch })
  expect((await upgrades.checkEligibility(request)).reason).toBe(reason)
})

test('changing the clock neither shortens nor lengthens the settling time', async () => {
  for (const jump of [-86_400_000, -1_800_000, 600_000, 86_400_000]) {
    let offset = 0
    let passed = 0
    const clock = {
      now: () => Date.UTC(2026, 0, 1) + passed + offset,
      elapsed: () => passed,
      async sleep(ms: number) {
        passed += ms
        if (passed > 20_000) offset = jump
      },
    }
    const sent: number[] = []
    const upgrades = createProductUpgradesClient({
      credential: 'token',
      clock,
      async fetch(url) {
        if (!url.endsWith('/productUpgrades')) return Response.json({ ...request, isEligible: true })
        sent.push(passed)
        return sent.length === 1 ? new Response(null, { status: 502 }) : accepted()
      },
    })
    await upgrades.create(request)
    expect((sent[1] ?? 0) - (sent[0] ?? 0)).toBeGreaterThanOrEqual(120_000)
    expect((sent[1] ?? 0) - (sent[0] ?? 0)).toBeLessThan(140_000)
  }
})
