/**
 * A service without safeguards: every create makes another upgrade, even if the customer already has one, and even under a known
 * request ID unless `deduplicate` is set. So a create that is sent once too often shows. The first digit of a customer's ID decides
 * how the customer ends.
 */
export interface NaiveService {
  /** Upgrades by customer, the latest last. */
  readonly upgrades: ReadonlyMap<string, readonly string[]>
  /** How many creates took effect. */
  readonly creates: number
  /** Returns the response to a request, given its path, headers and body. */
  answer(path: string, headers: Headers, body: string): Response
}

/** The options of `createNaiveService`. */
export interface NaiveOptions {
  /** Whether a repeated request ID returns the first upgrade instead of making another. @default false */
  readonly deduplicate?: boolean | undefined
  /** How long each upgrade takes, in milliseconds. @default 600000 */
  readonly duration?: number | undefined
}

/** Creates a naive service that has no upgrades yet. */
export function createNaiveService(
  clock: { readonly now: () => number },
  { deduplicate = false, duration = 600_000 }: NaiveOptions = {},
): NaiveService {
  const answered = new Map<string, string>()
  const upgrades = new Map<string, string[]>()
  const createdAt = new Map<string, number>()
  let creates = 0

  function create(customerId: string, requestId: string): Response {
    const known = deduplicate ? answered.get(requestId) : undefined
    if (known) return accepted(known)
    if (customerId.startsWith('1'))
      return fault(403, '900105', 'You have one or more Azure subscriptions in the suspended state.')
    creates++
    const upgradeId = crypto.randomUUID()
    upgrades.set(customerId, [...(upgrades.get(customerId) ?? []), upgradeId])
    createdAt.set(upgradeId, clock.now())
    answered.set(requestId, upgradeId)
    return accepted(upgradeId)
  }

  function eligibility(customerId: string, productFamily: string): Response {
    const upgradeId = upgrades.get(customerId)?.at(-1)
    const reason = customerId.startsWith('0') ? 'The customer has no Azure subscriptions.' : 'An upgrade is in place.'
    const isEligible = !upgradeId && !customerId.startsWith('0')
    return Response.json({
      customerId,
      productFamily,
      isEligible,
      ...(upgradeId && { upgradeId }),
      ...(!isEligible && { reason }),
    })
  }

  function status(upgradeId: string, customerId: string): Response {
    const since = createdAt.get(upgradeId)
    if (since === undefined) return fault(404, '900106', 'No upgrade request was found')
    const over = clock.now() >= since + duration
    const fates = customerId.startsWith('2')
      ? ['Failed']
      : customerId.startsWith('3')
        ? ['Completed', 'Failed']
        : ['Completed']
    const items = over ? fates : ['InProgress']
    const whole = items.includes('Failed') ? 'Failed' : items[0]
    const errorDetails = { code: '900120', description: 'Cannot process Azure upgrade' }
    const lineItems = items.map((each) => ({ status: each, ...(each === 'Failed' && { errorDetails }) }))
    return Response.json({ id: upgradeId, productFamily: 'Azure', status: whole, lineItems })
  }

  return {
    upgrades,
    get creates() {
      return creates
    },
    answer(path, headers, body) {
      const { customerId, productFamily } = JSON.parse(body)
      if (path.endsWith('/eligibility')) return eligibility(customerId, productFamily)
      if (path.endsWith('/status')) return status(path.split('/').at(-2) ?? '', customerId)
      return create(customerId, headers.get('MS-RequestId') ?? '')
    },
  }
}

function accepted(upgradeId: string): Response {
  return new Response(null, { status: 202, headers: { Location: `productUpgrades/${upgradeId}` } })
}

function fault(status: number, code: string, description: string): Response {
  return Response.json({ code, description, data: [], source: 'PartnerFD' }, { status })
}
