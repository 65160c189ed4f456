import { randomUUID } from 'node:crypto'
import {
  baseRequestOf,
  type DocumentOperation,
  negativesOf,
  operationsOf,
  type PlainRequest,
  type RequestValues,
  toRequest,
} from '@partner-upgrades/negative-tests'
import type { Contract, Exchange } from '@partner-upgrades/spec'
import { isObject, type JsonObject } from '@partner-upgrades/spec-diff/document'
import { type Cell, cellsOf } from '../matrix/cells.ts'
import type { Case, Knowledge } from './case.ts'

/** The sources that cases are made from. */
export interface CaseSources {
  /** The compiled contract. */
  readonly contract: Contract
  /** The OpenAPI document that it was compiled from. */
  readonly document: JsonObject
  /** The requests that the documentation prints, with their responses. */
  readonly exchanges: readonly Exchange[]
  /** The token to send. */
  readonly token: string
  /** The customer to ask about. */
  readonly customerId: string
}

/** The sources, with the operations of the document, which are read only once. */
interface Sources extends CaseSources {
  readonly operations: ReadonlyMap<string, DocumentOperation>
}

/** Returns all cases. `verify` decides the order in which they are sent. */
export function casesOf(given: CaseSources): readonly Case[] {
  const operations = new Map(operationsOf(given.document).map((operation) => [operation.id, operation]))
  const sources = { ...given, operations }
  return [
    ...validCases(sources),
    ...printedCases(sources),
    ...strangerCases(sources),
    ...badCases(sources),
    ...exampleCases(sources),
  ]
}

/** The values for path parameters, by name, each with the reason to give if it is unknown. */
function nameable(
  customerId: string,
  { upgradeId, planId }: Knowledge,
): Readonly<Record<string, readonly [value: string | undefined, otherwise: string]>> {
  return {
    'customer-tenant-id': [customerId, 'no customer is known'],
    'upgrade-id': [upgradeId, 'no upgrade of this customer is known'],
    'subscription-id': [planId, 'no Azure plan of this customer is known'],
  }
}

const namesIn = (path: string): readonly string[] => [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)

/** Builds a request of an operation about the customer; returns a reason if a path parameter is unknown. */
function requestOf(
  { document, operations, token, customerId }: Sources,
  id: string,
  known: Knowledge,
  change?: Parameters<typeof toRequest>[1],
  values: RequestValues = {},
): PlainRequest | string {
  const operation = operations.get(id)
  if (operation === undefined) return 'the document has no such operation'
  const parameters: Record<string, string> = { ...freshIds(), ...values.parameters }
  for (const name of namesIn(operation.path)) {
    const [value, otherwise = `no ${name} is known`] = nameable(customerId, known)[name] ?? []
    const named = parameters[name] ?? value
    if (named === undefined) return otherwise
    parameters[name] = named
  }
  const base = baseRequestOf(document, operation, { token, parameters, body: { customerId, ...values.body } })
  return toRequest(base, change)
}

/** Generates IDs for each call: a provider may take a repeated ID for a repeated call. */
const freshIds = () => ({ 'MS-RequestId': randomUUID(), 'MS-CorrelationId': randomUUID() })

function validCases(sources: Sources): readonly Case[] {
  const { contract, customerId } = sources
  return Object.values(contract.operations).flatMap(({ id, parameters, requestBody }): Case[] => {
    const common = { group: 'valid requests', operation: id, expected: { kind: 'success' }, plain: true } as const
    const optional = parameters.filter(({ in: place, required }) => place === 'header' && !required)
    const without = Object.fromEntries(optional.map(({ name }) => [name, undefined]))
    const least = requestBody && { body: JSON.stringify({ customerId, productFamily: 'azure' }) }
    return [
      { ...common, name: `${id}: everything that may be sent`, request: (known) => requestOf(sources, id, known) },
      {
        ...common,
        name: `${id}: no more than must be sent`,
        request: (known) => requestOf(sources, id, known, { headers: without, ...least }),
      },
    ]
  })
}

/** The requests that the documentation prints, about the customer and the upgrade at hand. */
function printedCases({ contract, exchanges, token, customerId }: CaseSources): readonly Case[] {
  return exchanges
    .filter(({ request }) => request.malformed === undefined)
    .map(({ name, operation, request }): Case => {
      return {
        name: `${name}: as printed`,
        group: 'documented requests',
        operation,
        expected: { kind: 'success' },
        plain: true,
        shows: { name },
        request: (known) => {
          const { pathname, search } = new URL(request.url)
          const names = namesIn(contract.operations[operation]?.path ?? '')
          const missing = names.find((each) => nameable(customerId, known)[each]?.[0] === undefined)
          if (missing !== undefined) return nameable(customerId, known)[missing]?.[1] ?? `no ${missing} is known`
          const path =
            names.length === 0 ? pathname : pathAbout(contract.operations[operation]?.path ?? '', customerId, known)
          return {
            method: request.method,
            path: path + search,
            headers: { ...Object.fromEntries(request.headers), ...freshIds(), Authorization: `Bearer ${token}` },
            ...(request.body !== '' && { body: withCustomer(request.body, customerId) }),
          }
        },
      }
    })
}

/** Fills in the path of an operation with what is known. */
function pathAbout(template: string, customerId: string, known: Knowledge): string {
  return template.replaceAll(/\{([^{}]*)\}/g, (_, name) => nameable(customerId, known)[name]?.[0] ?? '')
}

function withCustomer(body: string, customerId: string): string {
  const value: unknown = JSON.parse(body)
  return JSON.stringify(isObject(value) ? { ...value, customerId } : value)
}

/** Requests about an upgrade or a customer that cannot exist. */
function strangerCases(sources: Sources): readonly Case[] {
  const group = 'strangers'
  return [
    {
      name: 'getProductUpgradeStatus: an upgrade that nobody created',
      group,
      operation: 'getProductUpgradeStatus',
      expected: { kind: 'refusal', statuses: [404], codes: ['900106'] },
      plain: true,
      request: (known) =>
        requestOf(sources, 'getProductUpgradeStatus', known, {}, { parameters: { 'upgrade-id': randomUUID() } }),
    },
    {
      name: 'checkProductUpgradeEligibility: a customer of nobody',
      group,
      operation: 'checkProductUpgradeEligibility',
      expected: {
        kind: 'refusal',
        statuses: [403],
        codes: ['20002'],
        unless: 'the provider accepts every ID as that of a customer',
      },
      plain: true,
      request: (known) =>
        requestOf(sources, 'checkProductUpgradeEligibility', known, {}, { body: { customerId: randomUUID() } }),
    },
  ]
}

function badCases({ document, exchanges, token, customerId }: CaseSources): readonly Case[] {
  const { requests } = negativesOf(document, {
    exchanges,
    values: () => ({ token, body: { customerId }, parameters: { ...freshIds(), 'customer-tenant-id': customerId } }),
  })
  return requests.map(({ name, operation, request, status, tolerated }): Case => {
    return {
      name,
      group: 'requests that break one constraint',
      operation,
      expected: { kind: 'refusal', statuses: [status, ...tolerated] },
      plain: false,
      request: () => request,
    }
  })
}

/** The body of a cell's example; undefined for a bare status. */
export function exampleOf({ operations }: Contract, { operation, status, name }: Cell): unknown {
  const content = operations[operation]?.responses[status]?.content ?? {}
  return Object.values(content).find(({ examples }) => Object.hasOwn(examples, name))?.examples[name]?.value
}

/** An arbitrary ID: for an example on request, it does not matter which one. */
const anyId = '42d075a4-bfe7-43e7-af6d-7c68a57edcb4'

/** Each example of the contract, requested with `Prefer`. */
function exampleCases(sources: Sources): readonly Case[] {
  return cellsOf(sources.contract)
    .filter(({ kind }) => kind !== 'fault')
    .map((cell): Case => {
      const { operation, status, kind, name } = cell
      const Prefer = `code=${status}${kind === 'example' ? `, example=${name}` : ''}`
      return {
        name: `${operation}: Prefer ${Prefer}`,
        group: 'examples on request',
        operation,
        expected: { kind: 'example', status: Number(status), value: exampleOf(sources.contract, cell) },
        plain: false,
        shows: { name },
        request: (known) => {
          const any = { upgradeId: known.upgradeId ?? anyId, planId: known.planId ?? anyId }
          return requestOf(sources, operation, any, { headers: { Prefer } })
        },
      }
    })
}
