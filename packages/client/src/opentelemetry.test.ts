import { trace } from '@opentelemetry/api'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { createSkippingClock } from '../testing/clock.ts'
import { accepted, request, requestId, script, upgradeId } from '../testing/service.ts'
import { createProductUpgradesClient } from './index.ts'
import { withOpenTelemetry } from './opentelemetry.ts'

const exporter = new InMemorySpanExporter()

beforeAll(() => {
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }))
})
beforeEach(() => exporter.reset())

test('each attempt is a client span, with IDs and without secrets', async () => {
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

test('a request without an answer ends its span with the error', async () => {
  const { fetch } = script(new TypeError('fetch failed'))
  const upgrades = createProductUpgradesClient({ credential: 't', fetch, retries: 0, ...withOpenTelemetry() })
  await expect(upgrades.checkEligibility(request)).rejects.toThrow()
  expect(exporter.getFinishedSpans()[0]?.attributes['error.type']).toBe('ConnectionError')
})
