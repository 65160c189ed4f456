import { expect, onTestFinished, test } from 'vitest'
import { gzipBomb } from '../../test/bomb.ts'
import { type Misbehave, sendBomb, startHostileServer } from '../../test/hostile-server.ts'
import { hostileAnswers, mostOpen } from '../../test/open-sockets.ts'
import { runFile } from '../../test/processes.ts'
import { discard, isRedirect, readText } from './read-body.ts'

/** The limit documented in the README, 1 MiB. */
const bodyLimit = 1_048_576

const never = new AbortController().signal

/** A body in chunks that records whether it was cancelled. */
function bodyOf(...chunks: readonly Uint8Array[]) {
  let cancelled = false
  const left = [...chunks]
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = left.shift()
      if (next) controller.enqueue(next)
      else controller.close()
    },
    cancel() {
      cancelled = true
    },
  })
  return { response: new Response(stream), isCancelled: () => cancelled, left }
}

async function hostile(misbehave: Misbehave) {
  const server = await startHostileServer(misbehave)
  onTestFinished(() => server.close())
  return server
}

test('a body up to the limit is read as UTF-8, however it is chunked', async () => {
  const text = `é漢😀${'x'.repeat(bodyLimit - 9)}`
  const bytes = new TextEncoder().encode(text)
  expect(bytes).toHaveLength(bodyLimit)
  const cuts = [1, 3, 6, 8, bodyLimit]
  const { response } = bodyOf(...cuts.map((cut, index) => bytes.slice(cuts[index - 1] ?? 0, cut)))
  expect(await readText(response, never)).toBe(text)
  expect(await readText(new Response(null), never)).toBe('')
})

test('a body over the limit is cancelled', async () => {
  const half = new Uint8Array(bodyLimit / 2)
  const { response, isCancelled, left } = bodyOf(half, half, new Uint8Array(1), half, half, half)
  expect(await readText(response, never)).toBeUndefined()
  expect(isCancelled()).toBe(true)
  expect(left.length).toBeGreaterThanOrEqual(2)
})

test('reading an endless body can be aborted, even if its stream ignores the signal', async () => {
  let cancelled = false
  const silent = new ReadableStream({
    cancel() {
      cancelled = true
    },
  })
  const controller = new AbortController()
  const reading = readText(new Response(silent), controller.signal)
  controller.abort(new Error('enough'))
  await expect(reading).rejects.toThrow('enough')
  expect(cancelled).toBe(true)
})

// https://www.rfc-editor.org/rfc/rfc9110#section-15.4
test.for([
  [204, false],
  [300, true],
  [399, true],
  [400, false],
] as const)('whether a response with status %i is a redirect, with or without a body: %s', ([status, expected]) => {
  const response = new Response(null, { status })
  expect(isRedirect(response)).toBe(expected)
  expect(() => discard(response)).not.toThrow()
})

test('a response of half a gigabyte when decompressed takes no more memory than others', async () => {
  const bomb = gzipBomb()
  const { url } = await hostile((_, response) => {
    void sendBomb(response, 200, bomb)
    return true
  })
  const { stdout } = await runFile('take-answer.ts', ['check', url])
  const { outcome, megabytes } = JSON.parse(stdout)
  expect(outcome).toMatchObject({
    reason: 'service',
    message: `Partner Center at ${new URL(url).host} answered 200 with more than 1048576 bytes`,
  })
  expect(megabytes).toBeLessThanOrEqual(200)
})

test('a redirect with an endless body does not keep the program running', async () => {
  const server = await hostile((_, response) => {
    response.writeHead(307, { Location: '/elsewhere' }).write('x'.repeat(100_000))
    return true
  })
  const { stdout } = await runFile('take-answer.ts', ['check', server.url])
  expect(JSON.parse(stdout).outcome).toMatchObject({ ok: false, status: 307, reachesPartnerCenter: false })
  expect(server.requests).toBe(1)
})

test.for(hostileAnswers)(
  'if %s responds with %s whose bodies do not end, no sockets stay open',
  async ([who, , misbehave]) => {
    const server = await hostile(misbehave)
    expect(await mostOpen(server, who, 50)).toBeLessThanOrEqual(16)
    expect(server.requests).toBe(50)
  },
)
