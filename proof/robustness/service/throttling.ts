import type { Random } from '../random.ts'
import { type Answer, json } from './answers.ts'
import type { Behaviour } from './behaviour.ts'

/** Values of `Retry-After`. */
export const waits: Readonly<Record<string, () => string>> = {
  seconds: () => '1',
  'no seconds': () => '0',
  'a date': () => new Date(Date.now() + 1_000).toUTCString(),
  'a date in the past': () => new Date(Date.now() - 3_600_000).toUTCString(),
}

/** Creates the documented response to too many requests. */
export function throttled(retryAfter: string): Answer {
  return json({ statusCode: 429, message: 'Rate limit is exceeded.' }, 429, [['Retry-After', retryAfter]])
}

/** The service throttles the first create, which then has no effect, and perhaps the first requests for eligibility and status. */
export function throttles(random: Random): Behaviour {
  const [how, retryAfter] = random.pick(Object.entries(waits))
  const looks = random.chance(0.5)
  return {
    name: `429 with ${how} in Retry-After`,
    create: (attempt) => (attempt === 1 ? { answer: () => throttled(retryAfter()) } : undefined),
    look: ({ before }) => (looks && before === 0 ? throttled(retryAfter()) : undefined),
  }
}
