import { isGuid } from '@partner-upgrades/spec'
import type { HeaderRecord } from '../contract/headers.ts'
import type { IncomingMessage } from '../contract/message.ts'
import type { Random } from '../random/random.ts'
import type { Clock } from '../time/clock.ts'

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The names of the headers that every response carries. */
const names = ['MS-RequestId', 'MS-CorrelationId', 'MS-CV', 'MS-ServerId', 'Date'] as const
const lowerNames: ReadonlySet<string> = new Set(names.map((name) => name.toLowerCase()))

/** Returns the headers that the response to a request carries in any case. */
export type CorrelationHeaders = (message: IncomingMessage) => Readonly<Record<(typeof names)[number], string>>

/** An example's headers without the IDs and the date of another exchange. */
export function withoutCorrelation(headers: HeaderRecord = {}): HeaderRecord {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !lowerNames.has(name.toLowerCase())))
}

/** Creates the headers that every response of the service carries, for logs and support. */
export function createCorrelation(clock: Clock, random: Random, echoIds: boolean): CorrelationHeaders {
  const serverId = random.text(9, '0123456789')
  const dateOf = createDates()
  const idFor = (sent: string | null) => (echoIds && sent !== null && isGuid(sent) ? sent : random.guid())
  return (message) => ({
    'MS-RequestId': idFor(message.header('ms-requestid')),
    'MS-CorrelationId': idFor(message.header('ms-correlationid')),
    'MS-CV': `${random.text(16, base64)}.0`,
    'MS-ServerId': serverId,
    Date: dateOf(clock.now()),
  })
}

/** Formats times for `Date`. Its resolution is one second: all requests within a second get the same text. */
function createDates(): (now: number) => string {
  let second = Number.NaN
  let text = ''
  return (now) => {
    const current = Math.floor(now / 1_000)
    if (current !== second) {
      second = current
      text = new Date(now).toUTCString()
    }
    return text
  }
}
