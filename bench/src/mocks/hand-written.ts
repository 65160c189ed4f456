import { customerId, upgradeId } from './request.ts'

/** The arguments of an msw 2 or 3 resolver that these handlers use. */
interface Info {
  readonly request: Request
  readonly params: Readonly<Record<string, unknown>>
}

/** `HttpResponse.json` of either msw version. */
type ToJson = (body: object, init?: ResponseInit) => Response

/**
 * The least that a tester would write by hand: read the body, respond with JSON. The handlers validate nothing, keep no
 * state and send no header of the service except `Location`.
 */
export function handWritten(
  json: ToJson,
): Record<'eligibility' | 'create' | 'status', (info: Info) => Promise<Response>> {
  return {
    eligibility: async ({ request }) => {
      const { customerId, productFamily } = await request.json()
      return json({ customerId, isEligible: true, productFamily })
    },
    create: async ({ request }) => {
      const { customerId } = await request.json()
      if (typeof customerId !== 'string')
        return json({ code: '900118', description: 'Invalid Customer ID' }, { status: 400 })
      return new Response(null, { status: 202, headers: { Location: `productUpgrades/${crypto.randomUUID()}` } })
    },
    status: async ({ request, params }) => {
      const body = await request.json()
      if (params.id !== upgradeId || body.customerId !== customerId) {
        return json({ code: '900106', description: 'No upgrade request was found' }, { status: 404 })
      }
      return json({
        id: upgradeId,
        productFamily: 'Azure',
        status: 'Completed',
        lineItems: [
          {
            sourceProduct: { id: 'f85e8c84-3ba5-4fb3-8f0d-0d0d4cd9d0c5', name: 'AzureSubscription' },
            targetProduct: { id: '9e0a2c1c-8b43-4b0b-9f8d-1d6f4c9d0f63', name: 'Microsoft Azure plan' },
            upgradedDate: '2019-08-29T23:47:28.8524555Z',
            status: 'Completed',
          },
        ],
      })
    },
  }
}
