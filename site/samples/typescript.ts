import type { Parameter } from '@partner-upgrades/spec'
import { filled, type Situation } from './request.ts'

const start = (result: string, call: string): string =>
  [
    "import { createProductUpgradesClient } from '@partner-upgrades/client'",
    '',
    "const upgrades = createProductUpgradesClient({ credential: process.env.PARTNER_CENTER_TOKEN ?? '' })",
    '',
    `const ${result} = await ${call}`,
    `console.log(${result.startsWith('{') ? 'response.status, data ?? error' : result})`,
    '',
  ].join('\n')

/** Writes the request with our client: with its own method where there is one, since only that keeps a create from being sent twice. */
export function toTypeScript(situation: Situation): string {
  const { operation, values } = situation
  const body = parse(values.body)
  if (body === invalid) return '// The client sends JSON, and this body is not JSON.\n'
  const named = toMethod(situation, body)
  if (named !== undefined) return start(named.result, named.call)
  const groups = (['path', 'query', 'header'] as const).flatMap((where) => {
    const entries = filled(operation, values, where).filter(([{ name }]) => !/^ms-contract-version$/i.test(name))
    return entries.length === 0 ? [] : [[where, Object.fromEntries(entries.map(typed))] as const]
  })
  const init = {
    ...(groups.length > 0 && { params: Object.fromEntries(groups) }),
    ...(body !== undefined && { body }),
  }
  return start(
    '{ data, error, response }',
    `upgrades.http.${operation.method}(${literal(operation.path)}, ${literal(init)})`,
  )
}

/** Returns the call of the client's own method for the operation; undefined if no method fits the request. */
function toMethod({ operation, values }: Situation, body: unknown): { result: string; call: string } | undefined {
  const { customerId, productFamily, ...rest } = Object(body)
  // A method takes only these two properties.
  if (typeof customerId !== 'string' || typeof productFamily !== 'string' || Object.keys(rest).length > 0)
    return undefined
  const request = { customerId, productFamily }
  const options = literal(optionsOf({ operation, values }))
  switch (operation.id) {
    case 'checkProductUpgradeEligibility':
      return { result: 'eligibility', call: `upgrades.checkEligibility(${literal(request)}, ${options})` }
    case 'createProductUpgrade':
      return { result: 'upgrade', call: `upgrades.create(${literal(request)}, ${options})` }
    case 'getProductUpgradeStatus': {
      const reference = { upgradeId: values.parameters['upgrade-id'] ?? '', ...request }
      const own = literal(reference).replace(/\}$/, '  baseUrl: upgrades.baseUrl,\n}')
      return { result: 'status', call: `upgrades.getStatus(${own}, ${options})` }
    }
    default:
      return undefined
  }
}

/** Returns the call options: headers that the client has named options for, and the other headers. */
function optionsOf({ operation, values }: Pick<Situation, 'operation' | 'values'>): object {
  const headers = filled(operation, values, 'header').filter(([{ name }]) => !/^ms-contract-version$/i.test(name))
  const named: Readonly<Record<string, string>> = { 'ms-requestid': 'requestId', 'ms-correlationid': 'correlationId' }
  const options = headers.flatMap(([{ name }, value]) => {
    const option = named[name.toLowerCase()]
    return option === undefined ? [] : [[option, value]]
  })
  const others = headers.flatMap(([{ name }, value]) => (named[name.toLowerCase()] ? [] : [[name, value]]))
  return { ...Object.fromEntries(options), ...(others.length > 0 && { headers: Object.fromEntries(others) }) }
}

function typed([{ name, type }, value]: readonly [Parameter, string]): readonly [string, unknown] {
  if (type === 'boolean') return [name, value === 'true']
  return [name, type === 'number' || type === 'integer' ? Number(value) : value]
}

const invalid = Symbol('not JSON')

function parse(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return invalid
  }
}

/** Writes a value in the style of this project: single quotes, and property names without quotes where possible. */
function literal(value: unknown, indent = ''): string {
  if (typeof value === 'string')
    return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
  if (typeof value !== 'object' || value === null) return String(value)
  const inner = `${indent}  `
  const entries = Array.isArray(value)
    ? value.map((each) => literal(each, inner))
    : Object.entries(value).map(
        ([name, each]) => `${/^[\w$]+$/.test(name) ? name : literal(name)}: ${literal(each, inner)}`,
      )
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  if (entries.length === 0) return `${open}${close}`
  return `${open}\n${entries.map((entry) => `${inner}${entry},\n`).join('')}${indent}${close}`
}
