import { createPartnerCenterMock } from '../mock/partner-center-mock.ts'

const { override } = createPartnerCenterMock()

override({
  checkProductUpgradeEligibility: ({ body }) => {
    const customer: string = body.customerId
    return { status: 200, body: { customerId: customer, productFamily: body.productFamily, isEligible: true } }
  },
  getProductUpgradeStatus: ({ parameters }) => {
    const upgrade: string = parameters.path['upgrade-id']
    return { status: 404, body: { code: '900106', description: upgrade } }
  },
  createProductUpgrade: async (_, usual) => {
    const answer = await usual()
    return answer.status === 202 ? { ...answer, headers: { Location: 'productUpgrades/1' } } : undefined
  },
})

override({ createProductUpgrade: () => ({ status: 502, body: '<h1>Bad gateway</h1>', mediaType: 'text/html' }) })

// @ts-expect-error there is no such operation
override({ createUpgrade: () => undefined })

// @ts-expect-error a create has no 200 response
override({ createProductUpgrade: () => ({ status: 200 }) })

// @ts-expect-error 202 has no body
override({ createProductUpgrade: () => ({ status: 202, body: { id: '1' } }) })

// @ts-expect-error a fault has a description
override({ createProductUpgrade: () => ({ status: 409, body: { code: '900109' } }) })

// @ts-expect-error the body of a 429 is not a fault
override({ createProductUpgrade: () => ({ status: 429, body: { code: '1', description: 'Slow down.' } }) })

// @ts-expect-error HTML needs its media type
override({ createProductUpgrade: () => ({ status: 502, body: '<h1>Bad gateway</h1>' }) })

// @ts-expect-error the body of a request has no such property
override({ createProductUpgrade: ({ body }) => ({ status: 202, headers: { Location: body.location } }) })

// @ts-expect-error a create has no path parameters
override({ createProductUpgrade: ({ parameters }) => ({ status: 202, headers: parameters.path['upgrade-id'] }) })
