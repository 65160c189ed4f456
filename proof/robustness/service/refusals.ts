import type { Random } from '../random.ts'
import { type Answer, fault, json, page } from './answers.ts'
import type { Behaviour, Timing } from './behaviour.ts'
import { doubt } from './doubts.ts'

const invalid = 'The request is invalid.'

/** Refusals of a create, which say nothing about an earlier create. */
export const refusals: Readonly<Record<string, () => Answer>> = {
  'a 403 page': () => page(403),
  'a 401': () => ({ ...page(401, [['WWW-Authenticate', 'Bearer error="invalid_token"']]), body: '' }),
  'a 400': () => fault(400, '400', invalid),
  'a 404': () => fault(404, '404', 'Not found.'),
  'a 405': () => fault(405, '405', 'Not allowed.'),
  'a 410': () => fault(410, '410', 'Gone.'),
  'a 413': () => page(413),
  'a 415': () => fault(415, '415', 'Unsupported media type.'),
  'a 422': () => fault(422, '422', invalid),
  'fault 900120': () => fault(403, '900120', 'Cannot process Azure upgrade'),
  'fault 900130': () =>
    fault(403, '900130', 'One or more Azure subscriptions were purchased recently. Please try again later'),
  'a 409 that names nothing': () => fault(409, '409', 'Conflict.'),
  'a 429': () => json({ statusCode: 429, message: 'Rate limit is exceeded.' }, 429, [['Retry-After', '1']]),
}

/** The first create takes effect but gets a doubtful response; all others are refused. */
export function refusesLater(random: Random, { settle, lag }: Timing): Behaviour {
  const [how, refusal] = random.pick(Object.entries(refusals))
  // In half of the cases the upgrade is shown only after the settling time, so the client sends the create again, which has no effect.
  const sight = random.chance(0.5) ? lag * random.next() : settle * (1.2 + random.next())
  const first = { commit: 0, ...doubt(random) }
  return {
    name: `doubtful answer, then ${how}`,
    sight,
    create: (attempt) => (attempt === 1 ? first : { answer: () => refusal() }),
  }
}

/** The service refuses every create, as documented. */
export function refuses(random: Random): Behaviour {
  const answer = random.pick([
    fault(403, '900105', 'You have one or more Azure subscriptions in the suspended state.'),
    fault(403, '900119', 'Cannot process Azure upgrade for Azure Partner Shared Services'),
    fault(400, '900118', 'Invalid Customer ID'),
  ])
  return { name: 'refusal', create: () => ({ answer: () => answer }) }
}

/** The customer is not eligible. */
export const notEligible = (): Behaviour => ({
  name: 'not eligible',
  create: () => ({
    answer: () => fault(403, '900108', 'Cannot process Azure upgrade since customer has no Azure subscriptions.'),
  }),
  look: ({ operation, customerId }) =>
    operation === 'eligibility'
      ? json({ customerId, isEligible: false, productFamily: 'azure', reason: 'The customer has no subscriptions.' })
      : undefined,
})

/** The customer has an upgrade, and the service refuses another one. */
export const hasUpgrade = (): Behaviour => ({
  name: 'upgrade from before',
  existing: true,
  create: () => ({
    answer: (_, existing = '') =>
      fault(409, '900109', `This upgrade is not allowed as original upgrade ${existing} is in progress`),
  }),
})
