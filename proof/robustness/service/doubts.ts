import type { Random } from '../random.ts'
import { type Answer, accepted, fault, page } from './answers.ts'
import type { Behaviour, Creation, Timing } from './behaviour.ts'

/** Responses that leave open whether a create had an effect. */
export const doubtful: Readonly<Record<string, () => Answer>> = {
  'a 504 page': () => page(504),
  'a 502 page': () => page(502),
  'a 503 page': () => page(503),
  'a 500 page': () => page(500),
  'fault 500': () => fault(500, '2000', 'An internal error has occurred.'),
  'a 408 page': () => page(408),
  'a cut connection': () => 'cut',
  'no answer': () => 'silence',
  'half an answer': () => ({ bytes: Buffer.from('HTTP/1.1 202 Accepted\r\nLocation: productUpgr') }),
}

/** Picks one of these responses, after a short wait. */
export function doubt(random: Random): Pick<Creation, 'answer' | 'wait'> {
  const answer = random.pick(Object.values(doubtful))
  return { wait: random.whole(0, 150), answer: () => answer() }
}

/** The delays of the service. */
interface Lags {
  readonly commit: number
  readonly sight: number
}

/** Divides a random part of the longest lag between commit and sight. */
function lagsOf(random: Random, { lag }: Timing): Lags {
  const whole = lag * (0.3 + 0.7 * random.next())
  const commit = whole * random.next()
  return { commit, sight: whole - commit }
}

/** The service makes the upgrade some time after the create, and shows it even later. */
export function commitsLate(random: Random, timing: Timing): Behaviour {
  const { commit, sight } = lagsOf(random, timing)
  const first = { commit, ...doubt(random) }
  return { name: 'commits late', sight, create: (attempt) => (attempt === 1 ? first : undefined) }
}

/** The service makes the upgrade at once, but does not say so, and shows it late. */
export function commitsSilently(random: Random, { lag }: Timing): Behaviour {
  const first = { commit: 0, ...doubt(random) }
  const sight = random.chance(0.3) ? 0 : lag * random.next()
  return { name: 'commits without saying so', sight, create: (attempt) => (attempt === 1 ? first : undefined) }
}

/** The service accepts the create and shows the upgrade late. */
export function showsLate(random: Random, { lag }: Timing): Behaviour {
  return { name: 'shows late', sight: lag * (0.3 + 0.7 * random.next()) }
}

/** The first create has no effect, but the response leaves that open. */
export function losesCreate(random: Random): Behaviour {
  const first = doubt(random)
  return { name: 'loses the first create', create: (attempt) => (attempt === 1 ? first : undefined) }
}

/** The service makes the upgrade without saying so; the upgrade fails, and the customer is eligible again. */
export function commitsSilentlyAndFails(random: Random): Behaviour {
  const first = { commit: 0, ...doubt(random) }
  return {
    name: 'commits without saying so, and the upgrade fails',
    end: 'Failed',
    eligibleAgain: true,
    create: (attempt) => (attempt === 1 ? first : { commit: 0, answer: accepted }),
  }
}
