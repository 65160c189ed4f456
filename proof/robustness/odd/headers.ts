import { type Answer, fault, type Headers, json, page, statusOf, text } from '../service/answers.ts'
import type { OddAnswer } from './odd-answer.ts'
import { waits } from './values.ts'

const looks = ['eligibility', 'status'] as const
const all = ['eligibility', 'create', 'status'] as const

const retryAfters = Object.entries(waits).flatMap(([how, value]): readonly OddAnswer[] => [
  { name: `Retry-After ${how}, with a 503`, operations: looks, answer: () => page(503, [['Retry-After', value]]) },
  {
    name: `Retry-After ${how}, with a 429`,
    operations: all,
    idle: true,
    answer: () => json({ statusCode: 429, message: 'Rate limit is exceeded.' }, 429, [['Retry-After', value]]),
  },
])

const locations: Readonly<Record<string, (upgradeId: string) => Headers>> = {
  none: () => [],
  empty: () => [['Location', '']],
  'all zeros': () => [['Location', 'productUpgrades/00000000-0000-0000-0000-000000000000']],
  'of another host': (id) => [['Location', `https://upgrades.example/productUpgrades/${id}`]],
  'of a script': (id) => [['Location', `javascript:productUpgrades/${id}`]],
  'of two IDs': (id) => [['Location', `productUpgrades/${id}/${crypto.randomUUID()}`]],
  'in braces': (id) => [['Location', `productUpgrades/{${id}}`]],
  'in upper case, rooted': (id) => [['Location', `/V1/PRODUCTUPGRADES/${id.toUpperCase()}/`]],
  twice: (id) => [
    ['Location', `productUpgrades/${id}`],
    ['Location', `productUpgrades/${crypto.randomUUID()}`],
  ],
  'of the customer': () => [['Location', 'customers']],
  'of 8,000 characters': (id) => [['Location', `productUpgrades/${'../'.repeat(2_600)}${id}`]],
}

const located = Object.entries(locations).map(
  ([how, headers]): OddAnswer => ({
    name: `Location ${how}`,
    operations: ['create'],
    answer: ({ upgradeId }) => text('', 202, headers(upgradeId)),
  }),
)

const statuses = [100, 102, 199, 201, 203, 204, 205, 206, 207, 226, 299, 300, 301, 302, 303, 304, 305, 307, 308, 399]
const refused = [401, 402, 404, 406, 407, 408, 409, 410, 412, 413, 415, 418, 421, 423, 425, 426, 428, 431, 451, 499]
const broken = [501, 505, 506, 507, 508, 510, 511, 520, 521, 522, 524, 525, 530, 599, 600, 777, 999]

const numbers: readonly OddAnswer[] = [
  ...statuses
    .filter((status) => status >= 200)
    .map(
      (status): OddAnswer => ({
        name: `status line ${status}`,
        operations: all,
        answer: () => page(status, [['Location', '/']]),
      }),
    ),
  ...refused.map(
    (status): OddAnswer => ({ name: `status line ${status}`, operations: looks, answer: () => page(status) }),
  ),
  ...broken.map(
    (status): OddAnswer => ({ name: `status line ${status}`, operations: all, answer: () => page(status) }),
  ),
]

const many = (count: number, name: string, value: string): Headers =>
  Array.from({ length: count }, (_, number) => [`${name}${number}`, value] as const)

const more: Readonly<Record<string, Headers>> = {
  '200 headers': many(200, 'X-Trace-', 'abc'),
  '200 cookies': Array.from({ length: 200 }, (_, number) => ['Set-Cookie', `c${number}=v; Path=/`] as const),
  'a trace of 8,000 characters': [['MS-CV', 'v'.repeat(8_000)]],
  'a Date of garbage': [['Date', 'yesterday']],
  'Transfer-Encoding of garbage': [['X-Transfer-Encoding', 'chunked']],
  'Clear-Site-Data': [['Clear-Site-Data', '"*"']],
  'a WWW-Authenticate that never ends': [['WWW-Authenticate', `Bearer ${'a="b", '.repeat(1_000)}claims="%%%"`]],
}

const surrounded = Object.entries(more).flatMap(([what, headers]): readonly OddAnswer[] => [
  { name: what, operations: looks, answer: ({ upgradeId, customerId }) => both(customerId, upgradeId, headers) },
])

function both(customerId: string, upgradeId: string, headers: Headers): Answer {
  return json({ customerId, isEligible: true, ...statusOf(upgradeId, 'Completed') }, 200, headers)
}

/** Responses with unusual status lines and headers. */
export const oddHeaders: readonly OddAnswer[] = [
  ...retryAfters,
  ...located,
  ...numbers,
  ...surrounded,
  {
    name: '401 with claims that are none',
    operations: all,
    idle: true,
    answer: () =>
      fault(401, '401', 'Challenge', [
        ['WWW-Authenticate', 'Bearer error="insufficient_claims", claims="!!!not base64!!!"'],
      ]),
  },
]
