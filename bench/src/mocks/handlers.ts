import { createPartnerCenterMock } from '@partner-upgrades/mocks'
import { type HttpHandler, HttpResponse, http } from 'msw'
import { HttpResponse as HttpResponse2, http as http2 } from 'msw2'
import { handWritten } from './hand-written.ts'
import { customerId, origin, upgradeId } from './request.ts'

const base = `${origin}/v1/productUpgrades`

/** Hand-written handlers for msw 3. */
export function handWrittenHandlers(): HttpHandler[] {
  const { eligibility, create, status } = handWritten((body, init) => HttpResponse.json({ ...body }, init))
  return [
    http.post(`${base}/eligibility`, eligibility),
    http.post(base, create),
    http.post(`${base}/:id/status`, status),
  ]
}

/** The same for msw 2. */
export function handWrittenHandlers2(): ReturnType<typeof http2.post>[] {
  const { eligibility, create, status } = handWritten((body, init) => HttpResponse2.json({ ...body }, init))
  return [
    http2.post(`${base}/eligibility`, eligibility),
    http2.post(base, create),
    http2.post(`${base}/:id/status`, status),
  ]
}

/** Our mock, with one completed upgrade. */
export function ourMock(): ReturnType<typeof createPartnerCenterMock> {
  return createPartnerCenterMock({ upgrades: [{ id: upgradeId, customerId, status: 'Completed' }] })
}
