import { expect, test } from 'vitest'
import { createLateCreates } from './late-creates.ts'

/** Creates that have to be sent within 5 seconds, and a clock that the test advances. */
function setUp() {
  let now = 0
  const sent: string[] = []
  const fetch = async (url: string): Promise<Response> => {
    sent.push(url)
    return new Response()
  }
  const late = createLateCreates({ elapsed: () => now }, fetch, 5_000)
  const send = (correlationId: string): Promise<Response> =>
    late.fetch(correlationId, { headers: { 'MS-CorrelationId': correlationId } })
  const pass = (ms: number): void => {
    now += ms
  }
  return { late, sent, send, pass }
}

test('a create is sent within the limit after it was recorded', async () => {
  const { late, send, sent, pass } = setUp()
  late.recorded('a')
  pass(5_000)
  await send('a')
  expect(sent).toEqual(['a'])
})

test('a worker that was suspended in between does not send the create', async () => {
  const { late, send, sent, pass } = setUp()
  late.recorded('a')
  pass(5_001)
  await expect(send('a')).rejects.toMatchObject({ name: 'NotSentError', unsent: true })
  expect(sent).toEqual([])
})

test('a request other than a create is sent at any time', async () => {
  const { send, sent, pass } = setUp()
  pass(3_600_000)
  await send('look')
  expect(sent).toEqual(['look'])
})
