import { createProductUpgradesClient } from '@partner-upgrades/client'
import { createClock, createPartnerCenterMock, faults } from '@partner-upgrades/mocks/core'
import { expect, onTestFinished, test } from 'vitest'
import type { Observed } from './fleet-metrics.ts'
import { type ObserverOptions, startObserver } from './observer.ts'
import { createRequestCounters } from './request-counters.ts'

const look = async () => ({
  lists: [{ partner: 'contoso', list: 'north.csv', states: { new: 3, sent: 0, created: 2, completed: 40 } }],
  unseen: [{ partner: 'contoso', longest: 90_500 }],
})

async function observe(options: Partial<ObserverOptions> = {}) {
  const observer = await startObserver({ port: 0, look, ...options })
  onTestFinished(() => observer.close())
  return async (path: string, init?: RequestInit) => {
    const response = await fetch(`http://127.0.0.1:${observer.port}${path}`, init)
    return { status: response.status, type: response.headers.get('Content-Type'), text: await response.text() }
  }
}

/** The lines of a scrape without `# HELP` and `# TYPE`. */
const samplesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line && !line.startsWith('#'))

test('a scrape reports rows by state, the requests of this process and the longest time without a poll', async () => {
  const counters = createRequestCounters()
  const clock = createClock({ auto: true })
  const mock = createPartnerCenterMock({ clock })
  mock.inject(faults.throttled({ retryAfter: 1 }), { operation: 'createProductUpgrade' })
  const hooks = counters.hooks('contoso')
  const upgrades = createProductUpgradesClient({ credential: 'token', clock, fetch: mock.fetch, ...hooks })
  await upgrades.create({ customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969', productFamily: 'Azure' })
  const ask = await observe({ requests: counters.read })
  const { status, type, text } = await ask('/metrics')
  expect(status).toBe(200)
  expect(type).toBe('text/plain; version=0.0.4; charset=utf-8')
  expect(samplesOf(text)).toEqual([
    'partner_upgrades_database_up 1',
    'partner_upgrades_rows{partner="contoso",list="north.csv",state="new"} 3',
    'partner_upgrades_rows{partner="contoso",list="north.csv",state="sent"} 0',
    'partner_upgrades_rows{partner="contoso",list="north.csv",state="created"} 2',
    'partner_upgrades_rows{partner="contoso",list="north.csv",state="completed"} 40',
    'partner_upgrades_oldest_unseen_seconds{partner="contoso"} 90.5',
    'partner_upgrades_requests_total{partner="contoso"} 2',
    'partner_upgrades_creates_total{partner="contoso"} 2',
    'partner_upgrades_throttled_total{partner="contoso"} 1',
  ])
  for (const line of samplesOf(text)) {
    const [name = ''] = line.split(/[{ ]/)
    expect(text).toContain(`# TYPE ${name} ${name.endsWith('_total') ? 'counter' : 'gauge'}\n`)
  }
})

test('a name with quotes, a backslash or a line break stays one label', async () => {
  const ask = await observe({
    look: async () => ({ lists: [{ partner: 'a"b\\c\nd', list: 'x', states: { new: 1 } }], unseen: [] }),
  })
  expect(samplesOf((await ask('/metrics')).text)).toContain(
    'partner_upgrades_rows{partner="a\\"b\\\\c\\nd",list="x",state="new"} 1',
  )
})

test('hooks of the caller are called as well', () => {
  const heard: string[] = []
  const hooks = createRequestCounters().hooks('contoso', { onRequest: ({ operation }) => heard.push(operation) })
  const { onRequest } = hooks
  const event = { operation: 'createProductUpgrade', method: 'POST', url: '', headers: new Headers() } as const
  onRequest?.({ ...event, requestId: '', correlationId: '' })
  expect(heard).toEqual(['createProductUpgrade'])
})

test.for<[what: string, look: ObserverOptions['look']]>([
  ['fails', () => Promise.reject(new Error('connect ECONNREFUSED postgres://user:secret@db'))],
  ['never answers', () => new Promise(() => {})],
])('while the database %s, the process is healthy but not ready, and reports its own counts', async ([, none]) => {
  const counters = createRequestCounters()
  counters.hooks('contoso')
  const ask = await observe({ look: none, patience: 5, requests: counters.read })
  expect(await ask('/healthz')).toMatchObject({ status: 200, text: 'ok\n' })
  expect(await ask('/readyz')).toMatchObject({ status: 503, text: 'the database does not answer\n' })
  const { text } = await ask('/metrics')
  expect(samplesOf(text)).toContain('partner_upgrades_database_up 0')
  expect(samplesOf(text)).toContain('partner_upgrades_creates_total{partner="contoso"} 0')
  expect(text).not.toContain('secret')
})

test('concurrent scrapes query a slow database once', async () => {
  let asked = 0
  let answer: (value: Observed) => void = () => {}
  const slow = (): Promise<Observed> => {
    asked++
    return new Promise((resolve) => {
      answer = resolve
    })
  }
  const ask = await observe({ look: slow })
  const scrapes = [ask('/metrics'), ask('/metrics'), ask('/readyz')]
  while (asked === 0) await new Promise((resolve) => setImmediate(resolve))
  // Sent after the scrapes, so once these are answered, the scrapes have arrived.
  for (let round = 0; round < 5; round++) await ask('/healthz')
  answer({ lists: [], unseen: [] })
  expect((await Promise.all(scrapes)).map(({ status }) => status)).toEqual([200, 200, 200])
  expect(asked).toBe(1)
})

test('a stopping process is not ready, but still healthy', async () => {
  const ask = await observe({ stopping: () => true })
  expect(await ask('/readyz')).toMatchObject({ status: 503, text: 'stopping\n' })
  expect((await ask('/healthz')).status).toBe(200)
})

test.for([
  ['/', {}, 404],
  ['/metrics/', {}, 404],
  ['/toString', {}, 404],
  ['/metrics?x=1', {}, 200],
  ['/metrics', { method: 'HEAD' }, 200],
  ['/metrics', { method: 'POST' }, 405],
] as const)('a request for %s with %j gets %i', async ([path, init, status]) => {
  const ask = await observe()
  expect((await ask(path, init)).status).toBe(status)
})

test('a port in use is an error with the code of the system', async () => {
  const { port, close } = await startObserver({ port: 0, look })
  onTestFinished(close)
  await expect(startObserver({ port, look })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
