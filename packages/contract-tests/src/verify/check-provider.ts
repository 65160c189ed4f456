import { codeOf } from '../matrix/cells.ts'
import { UsageError } from '../usage-error.ts'
import type { Case } from './case.ts'
import type { ReceivedAnswer, Send } from './exchange.ts'

/** What a first request shows about a provider. */
export interface ProviderCheck {
  /** The upgrade that the eligibility response names. */
  readonly upgradeId: string | undefined
  /** Whether `Prefer: code=…` selects the response. */
  readonly prefers: boolean
}

/**
 * Checks a provider with a valid request that only reads.
 *
 * @throws {UsageError} if it does not respond with JSON, or rejects the token or the customer.
 */
export async function checkProvider(send: Send, hello: Case | undefined, safe: boolean): Promise<ProviderCheck> {
  const request = hello?.request({ upgradeId: undefined, planId: undefined })
  if (request === undefined || typeof request === 'string') return { upgradeId: undefined, prefers: false }
  const answer = await send(request)
  const body = jsonOf(answer)
  if (answer.status === 401) {
    const code = codeOf(body)
    throw new UsageError(`The provider rejects the token: 401${code === undefined ? '' : ` with code ${code}`}.`)
  }
  if (codeOf(body) === '20002') {
    throw new UsageError(
      `The customer does not belong to the token's partner: ${answer.status} with code 20002. Set PARTNER_CENTER_CUSTOMER_ID to one that does.`,
    )
  }
  if (answer.status >= 300 && answer.status < 400) {
    throw new UsageError(
      `The provider redirects with ${answer.status}: is ${answer.headers.get('Location') ?? 'another'} the base URL?`,
    )
  }
  if (body === undefined) {
    const type = answer.headers.get('Content-Type') ?? 'something without a type'
    throw new UsageError(`The provider returns ${answer.status} with ${type} in place of JSON: is the base URL right?`)
  }
  const named: unknown = Object(body).upgradeId
  return { upgradeId: typeof named === 'string' ? named : undefined, prefers: !safe && (await prefers()) }

  async function prefers(): Promise<boolean> {
    for (const status of [501, 412]) {
      if (request === undefined || typeof request === 'string') return false
      const { status: answered } = await send({ ...request, headers: { ...request.headers, Prefer: `code=${status}` } })
      if (answered !== status) return false
    }
    return true
  }
}

function jsonOf({ text }: ReceivedAnswer): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
