import { type Answer, json, statusOf, text } from '../service/answers.ts'
import type { OddAnswer, Subject } from './odd-answer.ts'
import { nested, noText, spellings } from './values.ts'

const forEver = Number.POSITIVE_INFINITY

/** Writes a JSON object from values that are already JSON. */
function object(fields: Readonly<Record<string, string>>): string {
  return `{${Object.entries(fields)
    .map(([name, value]) => `${JSON.stringify(name)}:${value}`)
    .join(',')}}`
}

const quoted = (value: string): string => JSON.stringify(value)

function ineligible({ customerId }: Subject, fields: Readonly<Record<string, string>>): Answer {
  return text(object({ customerId: quoted(customerId), isEligible: 'false', productFamily: '"azure"', ...fields }))
}

function status({ upgradeId }: Subject, fields: Readonly<Record<string, string>>): Answer {
  const { id, productFamily, status: state, lineItems } = statusOf(upgradeId, 'Completed')
  const sound = { id, productFamily, status: state, lineItems }
  const written = Object.entries(sound).map(([name, value]) => [name, JSON.stringify(value)])
  return text(object({ ...Object.fromEntries(written), ...fields }))
}

function faulty(fields: Readonly<Record<string, string>>): Answer {
  return text(
    object({ code: '"900118"', description: '"Invalid Customer ID"', data: '[]', source: '"x"', ...fields }),
    400,
  )
}

const reasons = Object.entries(noText).map(
  ([what, value]): OddAnswer => ({
    name: `reason: ${what}`,
    operations: ['eligibility'],
    times: forEver,
    answer: (subject) => ineligible(subject, { reason: value }),
  }),
)

const descriptions = Object.entries(noText).flatMap(([what, value]): readonly OddAnswer[] => [
  {
    name: `description: ${what}`,
    operations: ['eligibility', 'create'],
    idle: true,
    times: forEver,
    answer: () => faulty({ description: value }),
  },
  {
    name: `message: ${what}`,
    operations: ['eligibility', 'create', 'status'],
    idle: true,
    answer: () => text(object({ statusCode: '429', message: value }), 429, [['Retry-After', '0']]),
  },
])

const upgradeIds = Object.entries(spellings).map(
  ([how, spell]): OddAnswer => ({
    name: `upgradeId: ${how}`,
    operations: ['eligibility'],
    times: forEver,
    existing: true,
    answer: (subject) => ineligible(subject, { upgradeId: spell(subject.upgradeId) }),
  }),
)

const eligibilities = Object.entries({ 'a text': '"true"', 'a number': '1', null: 'null', 'an object': '{}' }).map(
  ([what, value]): OddAnswer => ({
    name: `isEligible: ${what}`,
    operations: ['eligibility'],
    times: forEver,
    answer: (subject) => ineligible(subject, { isEligible: value }),
  }),
)

const items: Readonly<Record<string, string>> = {
  'an object': '{"0":{"status":"Completed"}}',
  'a text': '"Completed"',
  'a number': '3',
  null: 'null',
  'a list of null': '[null,null]',
  'a list of numbers': '[1,2,3]',
  'a list of lists': '[[[]],[]]',
  'items of which nothing is sound': '[{"status":7,"errorDetails":"x","sourceProduct":[],"upgradedDate":{}}]',
  '10,000 items': `[${Array.from({ length: 10_000 }, () => '{"status":"Completed"}').join(',')}]`,
}

const lineItems = Object.entries(items).map(
  ([what, value]): OddAnswer => ({
    name: `lineItems: ${what}`,
    operations: ['status'],
    times: forEver,
    answer: (subject) => status(subject, { lineItems: value }),
  }),
)

const statuses = Object.entries({
  'a number': '3',
  'an object': '{"name":"Completed"}',
  null: 'null',
  unknown: '"Zurückgestellt"',
  'a list': '["Completed"]',
  'a megabyte': JSON.stringify('P'.repeat(1_000_000)),
}).map(
  ([what, value]): OddAnswer => ({
    name: `status: ${what}`,
    operations: ['status'],
    times: 2,
    answer: (subject) => status(subject, { status: value }),
  }),
)

const details: Readonly<Record<string, string>> = {
  'a text': '"It failed."',
  'a list': '[{"code":"900120"}]',
  nested: '{"code":{"code":{"code":"900120"}},"message":{"message":[]},"description":{}}',
  'with a code of the prototype': '{"code":"__proto__","message":"constructor"}',
  'a number': '900120',
}

const errorDetails = Object.entries(details).map(
  ([what, value]): OddAnswer => ({
    name: `errorDetails: ${what}`,
    operations: ['status'],
    times: forEver,
    answer: (subject) =>
      status(subject, {
        status: '"Failed"',
        errorDetails: value,
        lineItems: `[{"status":"Failed","errorDetails":${value}}]`,
      }),
  }),
)

const codes = Object.entries({
  'a number': '900118',
  'an object': '{}',
  'a list': '["900118"]',
  null: 'null',
  'a name of the prototype': '"constructor"',
  'with blanks': '" 900118 "',
  'a megabyte': JSON.stringify('9'.repeat(1_000_000)),
}).map(
  ([what, value]): OddAnswer => ({
    name: `code: ${what}`,
    operations: ['eligibility', 'create'],
    idle: true,
    times: forEver,
    answer: () => faulty({ code: value }),
  }),
)

const depth = 100_000
const deep: readonly OddAnswer[] = [
  {
    name: 'data: 100,000 deep',
    operations: ['eligibility', 'create'],
    idle: true,
    times: forEver,
    answer: () => faulty({ data: nested(depth) }),
  },
  {
    name: 'data of a conflict: 100,000 deep',
    operations: ['eligibility', 'create'],
    idle: true,
    times: forEver,
    answer: () =>
      text(object({ code: '"900109"', description: '"in progress"', data: nested(depth), source: '"x"' }), 409),
  },
  {
    name: 'attributes: 100,000 deep',
    operations: ['eligibility', 'status'],
    answer: (subject) => status(subject, { attributes: nested(depth, '{"a":', '}').replace('{"a":}', '{}') }),
  },
  {
    name: 'a status of another upgrade',
    operations: ['status'],
    answer: ({ customerId }) => json(statusOf(customerId, 'Completed')),
  },
]

/** JSON objects with unusual fields. */
export const oddFields: readonly OddAnswer[] = [
  ...reasons,
  ...descriptions,
  ...upgradeIds,
  ...eligibilities,
  {
    name: 'isEligible: missing',
    operations: ['eligibility'],
    times: forEver,
    answer: ({ customerId }) => json({ customerId, productFamily: 'azure' }),
  },
  ...lineItems,
  ...statuses,
  {
    name: 'status: missing',
    operations: ['status'],
    times: 2,
    answer: ({ upgradeId }) => json({ id: upgradeId, productFamily: 'azure' }),
  },
  ...errorDetails,
  ...codes,
  ...deep,
]
