import { expect, test } from 'vitest'
import { createLateCreates } from './late-creates.ts'

/** Creates that have to be sent within 5 seconds, and a clock that is set by hand. */
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

test('a create that was recorded just now is sent', async () => {
  const { late, send, sent, pass } = setUp()
  late.recorded('a')
  pass(5_000)
  await send('a')
  expect(sent).toEqual(['a'])
})

test('a worker that was stopped in between does not send it', async () => {
  const { late, send, sent, pass } = setUp()
  late.recorded('a')
  pass(5_001)
  await expect(send('a')).rejects.toMatchObject({ name: 'NotSentError', unsent: true })
  expect(sent).toEqual([])
})

test('what is no create is sent whenever it likes', async () => {
  const { send, sent, pass } = setUp()
  pass(3_600_000)
  await send('look')
  expect(sent).toEqual(['look'])
})
