import { metrics, propagation, SpanStatusCode, trace } from '@opentelemetry/api'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { createSkippingClock } from '../test/clock.ts'
import { accepted, request, requestId, type Step, script, upgradeId } from '../test/service.ts'
import { createProductUpgradesClient } from './index.ts'
import { withOpenTelemetry } from './opentelemetry.ts'

const exporter = new InMemorySpanExporter()

beforeAll(() => {
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }))
})
beforeEach(() => exporter.reset())

test('each attempt is a client span with IDs and without secrets', async () => {
  const { fetch } = script(new Response(null, { status: 429, headers: { 'MS-CV': 'cv.0' } }), accepted())
  const heard: string[] = []
  const hooks = withOpenTelemetry({ onAudit: ({ outcome }) => heard.push(outcome) })
  const clock = createSkippingClock()
  const upgrades = createProductUpgradesClient({ credential: 'the-token', fetch, clock, ...hooks })
  expect(await upgrades.create(request, { requestId })).toMatchObject({ upgradeId })

  const spans = exporter.getFinishedSpans()
  expect(spans.map(({ name }) => name)).toEqual(['createProductUpgrade', 'createProductUpgrade'])
  expect(spans.map(({ attributes }) => attributes['http.response.status_code'])).toEqual([429, 202])
  expect(spans[0]?.attributes).toMatchObject({
    'http.request.method': 'POST',
    'url.full': 'https://api.partnercenter.microsoft.com/v1/productUpgrades',
    'server.address': 'api.partnercenter.microsoft.com',
    'partner_center.request_id': requestId,
    'partner_center.cv': 'cv.0',
    'error.type': '429',
  })
  expect(JSON.stringify(spans.map(({ attributes }) => attributes))).not.toContain('the-token')
  expect(heard).toEqual(['success'])
})

test('a request without a response ends its span with the error', async () => {
  const { fetch } = script(new TypeError('fetch failed'))
  const upgrades = createProductUpgradesClient({ credential: 't', fetch, retries: 0, ...withOpenTelemetry() })
  await expect(upgrades.checkEligibility(request)).rejects.toThrow()
  expect(exporter.getFinishedSpans()[0]?.attributes['error.type']).toBe('ConnectionError')
})

async function spansOf(...steps: readonly Step[]) {
  const { fetch, seen } = script(...steps)
  const clock = createSkippingClock()
  const upgrades = createProductUpgradesClient({ credential: 't', fetch, clock, retries: 0, ...withOpenTelemetry() })
  await upgrades.create(request, { requestId }).catch(() => {})
  return { spans: exporter.getFinishedSpans(), seen }
}

// Names and values follow OpenTelemetry's semantic conventions for HTTP client spans and durations.
test('a span has status ERROR from HTTP status 400 on, and none below', async () => {
  const bad = await spansOf(new Response(null, { status: 400 }))
  expect(bad.spans[0]?.status.code).toBe(SpanStatusCode.ERROR)
  expect(bad.spans[0]?.attributes['error.type']).toBe('400')
  exporter.reset()
  const good = await spansOf(accepted())
  expect(good.spans[0]?.status.code).toBe(SpanStatusCode.UNSET)
  expect(good.spans[0]?.attributes).not.toHaveProperty('error.type')
})

test('concurrent requests end their own spans', async () => {
  const answers = new Map<string | null, (answer: Response) => void>()
  const fetch = (_: string, init: RequestInit): Promise<Response> =>
    new Promise((resolve) => answers.set(new Headers(init.headers).get('MS-CorrelationId'), resolve))
  const upgrades = createProductUpgradesClient({ credential: 't', fetch, retries: 0, ...withOpenTelemetry() })
  const ids = [requestId, upgradeId]
  const calls = ids.map((correlationId) => upgrades.checkEligibility(request, { correlationId }).catch(() => {}))
  await expect.poll(() => answers.size).toBe(2)
  answers.get(requestId)?.(new Response(null, { status: 400 }))
  await calls[0]
  answers.get(upgradeId)?.(Response.json({ ...request, isEligible: true }))
  await calls[1]
  const ended = exporter.getFinishedSpans().map(({ attributes }) => attributes)
  expect(ended.map((each) => [each['partner_center.correlation_id'], each['http.response.status_code']])).toEqual([
    [requestId, 400],
    [upgradeId, 200],
  ])
})

const response = {
  operation: 'http',
  requestId,
  correlationId: upgradeId,
  startedAt: '2026-01-01T00:00:00.000Z',
} as const

test('your own hooks receive every event, even a response whose request was not seen, and their errors are ignored', async () => {
  const heard: string[] = []
  const hear = (name: string) => (): void => {
    heard.push(name)
    throw new Error('The log is full')
  }
  const hooks = { onRequest: hear('request'), onResponse: hear('response'), onAudit: hear('audit') }
  const { fetch } = script(accepted())
  const own = withOpenTelemetry(hooks)
  await createProductUpgradesClient({ credential: 't', fetch, ...own }).create(request)
  expect(heard).toEqual(['request', 'response', 'audit'])
  own.onResponse?.({ ...response, duration: 5, error: 'ConnectionError' })
  expect(heard).toHaveLength(4)
})

test('a span has the IDs of the response, and no others', async () => {
  const headers = { 'MS-CV': 'cv.0', 'MS-ServerId': '030020525' }
  const full = await spansOf(new Response(null, { status: 400, headers }))
  expect(full.spans[0]?.attributes).toMatchObject({
    'partner_center.cv': 'cv.0',
    'partner_center.server_id': '030020525',
  })
  exporter.reset()
  const bare = await spansOf(new Response(null, { status: 400 }))
  expect(Object.keys(bare.spans[0]?.attributes ?? {}).sort()).toEqual([
    'error.type',
    'http.request.method',
    'http.response.status_code',
    'partner_center.correlation_id',
    'partner_center.request_id',
    'server.address',
    'url.full',
  ])
})

test('a request without a response has no status code', async () => {
  const { spans } = await spansOf(Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } }))
  expect(spans[0]?.attributes).not.toHaveProperty('http.response.status_code')
  expect(spans[0]?.attributes).toMatchObject({ 'error.type': 'ConnectionError' })
})

test('the context of the span is sent with the request', async () => {
  propagation.setGlobalPropagator({
    fields: () => ['traceparent'],
    extract: (context) => context,
    inject(context, carrier, setter) {
      const { traceId, spanId } = trace.getSpanContext(context) ?? {}
      setter.set(carrier, 'traceparent', `00-${traceId}-${spanId}-01`)
    },
  })
  onTestFinished(() => propagation.disable())
  const { spans, seen } = await spansOf(accepted())
  const { traceId, spanId } = spans[0]?.spanContext() ?? {}
  expect(seen[0]?.headers.get('traceparent')).toBe(`00-${traceId}-${spanId}-01`)
})

test('the duration of each call is recorded in seconds, by name and outcome', async () => {
  const made: unknown[] = []
  const recorded: unknown[] = []
  const histogram = { record: (value: number, attributes: unknown) => void recorded.push([value, attributes]) }
  const meter = metrics.getMeter('none')
  metrics.setGlobalMeterProvider({
    getMeter: () =>
      Object.assign(Object.create(meter), {
        createHistogram: (name: string, options: unknown) => {
          made.push([name, options])
          return histogram
        },
      }),
  })
  onTestFinished(() => metrics.disable())
  const throttled = new Response(null, { status: 429, headers: { 'Retry-After': '3' } })
  const { fetch } = script(throttled, accepted())
  const clock = createSkippingClock()
  const upgrades = createProductUpgradesClient({ credential: 't', fetch, clock, ...withOpenTelemetry() })
  await upgrades.create(request)
  expect(made).toEqual([
    ['partner_upgrades.call.duration', { unit: 's', description: expect.stringMatching(/\w+ \w+/) }],
  ])
  expect(recorded).toEqual([[3, { 'partner_upgrades.call': 'create', 'partner_upgrades.outcome': 'success' }]])
})
