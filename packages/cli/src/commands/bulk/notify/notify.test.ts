import { writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { createClock, faults } from '@partner-upgrades/mocks/core'
import { expect, onTestFinished, test } from 'vitest'
import { createsOf, customerId, setStage, token } from '../../../../test/partner-center.ts'
import { postToWebhook } from './webhook.ts'

interface Received {
  readonly method: string | undefined
  readonly headers: IncomingMessage['headers']
  readonly text: string
}

/** Starts a webhook on loopback that records the requests it receives. */
async function startWebhook(answer: (response: ServerResponse) => void = (response) => response.end()) {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += String(chunk)
    received.push({ method: request.method, headers: request.headers, text })
    answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = (): Promise<unknown> => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }
  onTestFinished(async () => void (await close()))
  const { port } = Object(server.address())
  return { received, close, url: `http://127.0.0.1:${port}/hooks/the-secret-path` }
}

const name = 'Contoso Ltd'

async function setList(customers = 1) {
  const stage = await setStage()
  const file = join(stage.env.XDG_STATE_HOME ?? '', 'customers.csv')
  const ids = [customerId, ...Array.from({ length: customers - 1 }, () => crypto.randomUUID())]
  writeFileSync(file, `customerId,name\n${ids.map((id) => `${id},${name}`).join('\n')}\n`)
  return { ...stage, file }
}

test('at the end, the webhook gets one small JSON document without a secret, a name or an ID', async () => {
  const { cli, file } = await setList()
  const { received, url } = await startWebhook()
  const { code, output } = await cli(['bulk', file, '--yes', '--notify', url])
  expect(code).toBe(0)
  expect(received).toHaveLength(1)
  const [{ method, headers, text } = { method: '', headers: {}, text: '' }] = received
  expect(method).toBe('POST')
  expect(headers['content-type']).toBe('application/json')
  expect(headers.authorization).toBeUndefined()
  expect(JSON.parse(text)).toEqual({
    text: 'partner-upgrades bulk: done; 1 completed',
    event: 'done',
    at: expect.stringMatching(/^2026-.*Z$/),
    exitCode: 0,
    dryRun: false,
    rows: 1,
    open: { new: 0, sent: 0, created: 0 },
    ended: expect.objectContaining({ completed: 1 }),
  })
  for (const secret of [token, customerId, name, 'customers']) expect(text).not.toContain(secret)
  expect(text.length).toBeLessThan(1_000)
  expect(output).not.toContain('the-secret-path')
})

test('the address may come from the environment, where the list of processes does not show it', async () => {
  const { cli, file } = await setList()
  const { received, url } = await startWebhook()
  await cli(['bulk', file, '--dry-run'], { env: { PARTNER_CENTER_NOTIFY: url } })
  expect(JSON.parse(received[0]?.text ?? '')).toMatchObject({ event: 'done', dryRun: true, ended: { eligible: 1 } })
})

test('the webhook is notified when an outage begins, and when an error ends the run', async () => {
  const { cli, file, mock } = await setList(12)
  const { received, url } = await startWebhook()
  mock.inject(faults.dropped(), { every: 1 })
  const { code } = await cli(['bulk', file, '--yes', '--notify', url])
  expect(received.map(({ text }) => JSON.parse(text))).toMatchObject([
    { event: 'outage', text: 'partner-upgrades bulk: no request gets through, retrying; 12 open' },
    { event: 'failed', exitCode: code, error: 'StoppedError', rows: 12, open: { new: 12 } },
  ])
  expect(code).toBe(5)
  expect(createsOf(mock)).toBe(0)
})

test('an interrupted run and a finished batch are notified as such', async () => {
  const { cli, file } = await setList(3)
  const { received, url } = await startWebhook()
  const words = ['bulk', file, '--yes', '--notify', url]
  await cli([...words, '--start-at', '2026-01-02T00:00Z'], { signal: AbortSignal.abort() })
  await cli([...words, '--limit', '2'])
  expect(received.map(({ text }) => JSON.parse(text))).toMatchObject([
    { event: 'interrupted', exitCode: 130, open: { new: 3 } },
    { event: 'batchDone', exitCode: 0, open: { new: 1 }, text: expect.stringContaining('2 completed, 1 open') },
  ])
})

test.for([
  ['answers 500', (response: ServerResponse) => response.writeHead(500).end(), /: it answered 500\./],
  ['breaks the connection', (response: ServerResponse) => response.destroy(), /: no connection, UND_ERR_SOCKET\./],
] as const)('a webhook that %s is reported, and changes nothing else', async ([, answer, message]) => {
  const { cli, file } = await setList()
  const { url } = await startWebhook(answer)
  const { code, stderr, stdout } = await cli(['bulk', file, '--yes', '--notify', url])
  expect(stderr).toMatch(/^! The webhook at 127\.0\.0\.1:\d+ was not notified: .*The run is not affected\.\n$/)
  expect(stderr).toMatch(message)
  expect(stderr).not.toContain('the-secret-path')
  expect(stdout).toContain('done: 1 completed')
  expect(code).toBe(0)
})

test.for([301, 302, 307, 308])('a redirect (%i) is not followed: nobody else gets the document', async (status) => {
  const other = await startWebhook()
  const { received, url } = await startWebhook((response) => response.writeHead(status, { Location: other.url }).end())
  await expect(postToWebhook(new URL(url), {})).rejects.toThrow(`it redirects (${status}), which is not followed`)
  expect([received.length, other.received.length]).toEqual([1, 0])
})

test('a webhook that never responds times out after ten seconds', async () => {
  const clock = createClock()
  const { received, url } = await startWebhook(() => {})
  const posting = postToWebhook(new URL(url), {}, { clock }).catch((error: Error) => error.message)
  while (received.length === 0) await new Promise((resolve) => setImmediate(resolve))
  clock.advance('10s')
  expect(await posting).toBe('no answer within 10 s')
})

test('without a connection, the code says why', async () => {
  const { url, close } = await startWebhook()
  await close()
  await expect(postToWebhook(new URL(url), {})).rejects.toThrow('no connection, ECONNREFUSED')
})

test('notifications use the global fetch, which goes through the proxy', async () => {
  const asked: unknown[] = []
  const { fetch } = globalThis
  onTestFinished(() => {
    globalThis.fetch = fetch
  })
  globalThis.fetch = async (input) => {
    asked.push(String(input))
    return new Response()
  }
  await postToWebhook(new URL('https://hooks.example/x'), {})
  expect(asked).toEqual(['https://hooks.example/x'])
})

test.for(['nowhere', 'ftp://example.com/x', 'http://example.com/x', 'https://user:password@example.com/x'])(
  '%s is refused without being shown, and nothing is sent',
  async (url) => {
    const { cli, file, mock } = await setList()
    const { code, stderr } = await cli(['bulk', file, '--yes', '--notify', url])
    expect(stderr).toMatch(/^✘ --notify is not the address of a webhook\. Nothing was sent\.\n +Use an https address/)
    expect(stderr).not.toContain(url)
    expect(code).toBe(2)
    expect(mock.requests).toEqual([])
  },
)

test('a run that never began notifies nobody', async () => {
  const { cli, file } = await setList()
  const { received, url } = await startWebhook()
  await cli(['bulk', `${file}.none`, '--yes', '--notify', url])
  await cli(['bulk', file, '--notify', url], { terminal: 80, typed: 'no\n' })
  expect(received).toEqual([])
})
