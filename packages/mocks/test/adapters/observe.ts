import {
  createClock,
  createPartnerCenterMock,
  faults,
  type InjectedFault,
  type PartnerCenterMock,
} from '../../src/core.ts'
import { nextTask } from '../../src/time/next-task.ts'
import { customerId } from '../partner-center.ts'
import type { Reach, Reached } from './reach.ts'

/** The presets of the README's table, by the name in its first column. */
const presets: Readonly<Record<string, () => InjectedFault>> = {
  ...faults,
  fault: () => faults.fault('900120'),
  throttledUntil: () => faults.throttledUntil({ date: new Date('2026-01-01T00:00:30Z') }),
}

/** Makes one call with a preset, and describes the result in the words of the README's table. */
export async function observe(reach: Reach, preset: string): Promise<string> {
  const make = presets[preset]
  if (make === undefined) throw new TypeError(`There is no preset ${preset}.`)
  const clock = createClock()
  let waiting = 0
  const sleep = (ms: number, signal?: AbortSignal): Promise<void> => {
    waiting += 1
    return clock.sleep(ms, signal)
  }
  const mock = createPartnerCenterMock({ clock: { ...clock, sleep } })
  const reached = await reach(mock)
  mock.inject(make())
  const seen = await callAndSee(reached, mock, preset, () => waiting > 0)
  await reached.close()
  return seen
}

async function callAndSee(
  { fetch, baseUrl }: Reached,
  mock: PartnerCenterMock,
  preset: string,
  isWaiting: () => boolean,
): Promise<string> {
  const call = (path: string, signal?: AbortSignal) =>
    fetch(`${baseUrl}/v1/productUpgrades${path}`, {
      method: 'POST',
      headers: { Authorization: 'Bearer t', 'Content-Type': 'application/json' },
      body: JSON.stringify({ customerId, productFamily: 'Azure' }),
      ...(signal && { signal }),
    })
  const patience = new AbortController()
  const path = preset === 'missingLocation' ? '' : '/eligibility'
  let seen: string | undefined
  const first = call(path, patience.signal)
    .then(describeResponse, () => 'fails')
    .then((text) => {
      seen = text
    })
  // Waits, however long it takes, until the call ends, the mock waits for its clock, or the call is stalled.
  const isStalled = (): boolean => mock.requests.some(({ injection = '' }) => /stalled/i.test(injection))
  while (seen === undefined && !isWaiting() && !isStalled()) await nextTask()
  if (seen !== undefined) return seen
  // Other calls complete in the meantime: a call that has no response by then will not get one by itself.
  for (let turn = 0; turn < 3; turn += 1) await (await call('/eligibility')).text()
  await nextTask()
  if (seen !== undefined) return seen
  if (isWaiting()) {
    mock.clock.advance('30s')
    await first
    return `${seen} once the clock has advanced`
  }
  patience.abort()
  await first
  return 'hangs until aborted'
}

async function describeResponse(response: Response): Promise<string> {
  let text: string
  try {
    text = await response.text()
  } catch {
    return `${response.status}, and the body fails`
  }
  const { headers, status } = response
  const details = [
    headers.has('retry-after') && `Retry-After: ${headers.get('retry-after')}`,
    codeOf(text),
    text === '' && status !== 202 && 'no body',
    text.startsWith('<') && 'HTML',
    text.startsWith('{') && !isJson(text) && 'half the JSON',
    isJson(text) && !headers.has('content-type') && 'no Content-Type',
    isJson(text) && headers.get('content-type') === 'text/html' && 'labeled as HTML',
    status === 202 && !headers.has('location') && 'no Location',
    status === 200 && !headers.has('ms-requestid') && 'no ids',
  ]
  return [status, ...details.filter(Boolean)].join(', ')
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function codeOf(text: string): string | false {
  const match = /"code":"(\d+)"/.exec(text)
  return match !== null && `code ${match[1]}`
}
