import { createClock, createPartnerCenterMock, type MockClock } from '@partner-upgrades/mocks'
import { setupWorker } from 'msw/browser'

/** Handles the page's requests with a mock Partner Center, and returns its clock, on which minutes pass at once. */
export async function startMock(): Promise<{ readonly clock: MockClock }> {
  const clock = createClock({ auto: true })
  const partnerCenter = createPartnerCenterMock({
    clock,
    customers: [
      { id: '4c721420-72ad-4708-a0a7-371a2f7b0969' },
      { id: '58e2af4f-0ad3-4688-8744-be2357cd939a', condition: 'suspendedSubscriptions' },
    ],
  })
  await setupWorker(...partnerCenter.handlers).start({ onUnhandledFrame: 'bypass' })
  return { clock }
}
