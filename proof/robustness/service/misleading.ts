import type { Random } from '../random.ts'
import { type Answer, page, text } from './answers.ts'
import type { Behaviour, Timing } from './behaviour.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

const located = (location: string): Answer => text('', 202, [['Location', location]])

/** Successful responses that do not name the upgrade. */
export const acceptances: Readonly<Record<string, (upgradeId: string) => Answer>> = {
  '202 without Location': () => text('', 202),
  '202 with an empty Location': () => located(''),
  '202 with the Location of another host': () => located('https://upgrades.example/status'),
  '202 with an all-zero Location': () => located(`productUpgrades/${nobody}`),
  '200 with a body': (id) => text(JSON.stringify({ id, status: 'Pending' })),
  '201 with a body': () => text('{}', 201),
  '204': () => text('', 204),
}

/** The service accepts the create without naming the upgrade. */
export function acceptsWithoutName(random: Random, { lag }: Timing): Behaviour {
  const [how, answer] = random.pick(Object.entries(acceptances))
  const sight = random.chance(0.3) ? 0 : lag * random.next()
  const first = { commit: 0, answer }
  return { name: `accepts with ${how}`, sight, create: (attempt) => (attempt === 1 ? first : undefined) }
}

/** A firewall or proxy forwards the create, but responds with its own page. */
export function hidesBehindPage(random: Random, { lag }: Timing): Behaviour {
  const status = random.pick([200, 403, 407, 511])
  const sight = random.chance(0.3) ? 0 : lag * random.next()
  const first = { commit: 0, answer: () => page(status) }
  return { name: `commits behind a ${status} page`, sight, create: (attempt) => (attempt === 1 ? first : undefined) }
}

/** The service redirects the create, and may have made the upgrade. */
export function redirects(random: Random, { lag }: Timing): Behaviour {
  const status = random.pick([300, 301, 302, 303, 307, 308])
  const where = random.pick(['https://login.example/', '/v1/productUpgrades', 'productUpgrades/', ''])
  const commits = random.chance(0.5)
  const answer = (): Answer => page(status, where ? [['Location', where]] : [])
  return {
    name: `redirects with ${status}`,
    sight: lag * random.next(),
    create: (attempt) => (attempt === 1 ? { answer, ...(commits && { commit: 0 }) } : undefined),
  }
}
