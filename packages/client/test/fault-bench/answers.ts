import { answer, answerJson, write } from '../raw-server.ts'
import { completed, request } from '../service.ts'
import type { FaultCase } from './stage.ts'

const eligibility = JSON.stringify({ ...request, isEligible: true })
const huge = JSON.stringify({ ...request, isEligible: true, padding: 'x'.repeat(20_000_000) })

/** Responses that arrive, but differ from the documented ones. */
export const answers: readonly FaultCase[] = [
  { name: '200 without Content-Type', steps: () => [answer(200, {}, eligibility)], attempts: 1, outcome: 'success' },
  {
    name: '200 as text/plain',
    steps: () => [answer(200, { 'Content-Type': 'text/plain' }, eligibility)],
    attempts: 1,
    outcome: 'success',
  },
  {
    name: '200 with a byte order mark',
    steps: () => [answer(200, {}, `\uFEFF${eligibility}`)],
    attempts: 1,
    outcome: 'success',
  },
  { name: 'empty 200', steps: () => [answer(200)], attempts: 1, outcome: 'ContractViolationError' },
  {
    name: '204',
    steps: () => [write('HTTP/1.1 204 No Content\r\n\r\n')],
    attempts: 1,
    outcome: 'ContractViolationError',
  },
  {
    name: 'HTML 200',
    steps: () => [answer(200, {}, '<h1>Sign in</h1>')],
    attempts: 1,
    outcome: 'ConnectionError',
  },
  { name: '200 with null', steps: () => [answer(200, {}, 'null')], attempts: 1, outcome: 'ContractViolationError' },
  { name: '200 with a list', steps: () => [answer(200, {}, '[]')], attempts: 1, outcome: 'ContractViolationError' },
  { name: '20 MB body', steps: () => [answer(200, {}, huge)], attempts: 1, outcome: 'ContractViolationError' },
  {
    name: '20 MB body, chunked',
    steps: () => [
      write(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${huge.length.toString(16)}\r\n${huge}\r\n0\r\n\r\n`),
    ],
    attempts: 1,
    outcome: 'ContractViolationError',
  },
  {
    name: 'numeric code',
    steps: () => [answerJson({ code: 900118, description: 'Invalid Customer ID' }, 400)],
    attempts: 1,
    outcome: 'FaultError 400 900118',
  },
  {
    name: 'unknown code',
    steps: () => [answerJson({ code: 2000, description: 'Input is invalid.' }, 400)],
    attempts: 1,
    outcome: 'FaultError 400 unknown',
  },
  {
    name: 'refusal without a body or an MS- header',
    steps: () => [answer(403)],
    attempts: 1,
    outcome: 'ConnectionError',
  },
  {
    name: 'refusal without a body',
    steps: () => [answer(403, { 'MS-CorrelationId': request.customerId })],
    attempts: 1,
    outcome: 'FaultError 403 unknown',
  },
  {
    name: 'refusal that is not JSON',
    steps: () => [answer(404, { 'MS-RequestId': request.customerId }, 'not here')],
    attempts: 1,
    outcome: 'FaultError 404 unknown',
  },
  {
    name: "a firewall's page in place of a response",
    steps: () => [answer(403, { 'Content-Type': 'text/html' }, '<h1>Blocked</h1>')],
    attempts: 1,
    outcome: 'ConnectionError',
  },
  {
    name: '409 is final',
    steps: () => [answerJson({ code: '900109', description: 'in progress' }, 409)],
    run: (upgrades) => upgrades.create(request),
    attempts: 1,
    outcome: 'FaultError 409 900109',
  },
  {
    name: '307 to another origin',
    steps: ({ elsewhere }) => [answer(307, { Location: `${elsewhere.url}/v1/productUpgrades/eligibility` })],
    attempts: 1,
    outcome: 'ContractViolationError',
  },
  {
    name: 'create redirected to another origin',
    steps: ({ elsewhere }) => [answer(308, { Location: `${elsewhere.url}/v1/productUpgrades` })],
    run: (upgrades) => upgrades.create(request),
    creates: 2,
    outcome: 'success',
    upgrades: 1,
  },
  {
    name: 'unknown status, nulls and properties survive',
    steps: () => [
      answerJson({
        ...completed,
        status: 'Thinking',
        lineItems: [{ upgradedDate: null, news: 1 }],
        errorDetails: null,
      }),
    ],
    run: (upgrades, { server }) => upgrades.getStatus({ ...request, upgradeId: completed.id, baseUrl: server.url }),
    attempts: 1,
    outcome: 'success',
    also: ({ result }) => {
      const expected = {
        ...completed,
        status: 'Thinking',
        lineItems: [{ upgradedDate: null, news: 1 }],
        errorDetails: null,
      }
      if (JSON.stringify(result) !== JSON.stringify(expected)) throw new Error(JSON.stringify(result))
    },
  },
]
