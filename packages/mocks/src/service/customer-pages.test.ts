import { contract } from '@partner-upgrades/spec/contract'
import { expect, test } from 'vitest'
import { customerId, get, otherCustomerId } from '../../test/partner-center.ts'
import { createPartnerCenterMock } from '../mock/partner-center-mock.ts'

/** An example in the contract, as Microsoft prints it. */
function example(name: string): Readonly<Record<string, unknown>> {
  return Object(contract.operations.listCustomers?.responses['200']?.content['application/json']?.examples[name]?.value)
}

const listed = ({ items }: { items: readonly { id: string }[] }) => items.map(({ id }) => id)
const tokenOf = (body: { links: { next?: { headers: readonly { value: string }[] } } }) => ({
  'MS-ContinuationToken': body.links.next?.headers[0]?.value ?? 'none',
})

test('the customers are listed as Microsoft prints them, with nothing inferred', async () => {
  const mock = createPartnerCenterMock()
  expect((await get(mock, 'customers?size=40')).body).toEqual(example('twoCustomers'))
  expect(mock.requests[0]?.inferred).toBeUndefined()
})

test('a page has a link with a token to the next page, marked as inferred', async () => {
  const mock = createPartnerCenterMock()
  const { body } = await get(mock, 'customers?size=1')
  const [key, value] = ['MS-ContinuationToken', expect.stringMatching(/./)]
  const next = { uri: '/v1/customers?size=1&seekOperation=Next', method: 'GET', headers: [{ key, value }] }
  expect(body).toEqual({ ...example('firstPage'), links: { ...Object(example('firstPage').links), next } })
  expect(mock.requests[0]?.inferred).toContain('token')
  const last = await get(mock, 'customers?size=1&seekOperation=Next', tokenOf(body))
  expect(last.body.links).toEqual({
    self: { uri: '/v1/customers?size=1&seekOperation=Next', method: 'GET', headers: [] },
  })
})

test('the page size may change, without one the rest is listed, and removed customers end the list', async () => {
  const customers = ['1', '2', '3', '4'].map((digit) => ({ id: customerId.replace(/.$/, digit) }))
  const ids = customers.map(({ id }) => id)
  const mock = createPartnerCenterMock({ customers })
  const two = (await get(mock, 'customers?size=2')).body
  expect(listed(two)).toEqual(ids.slice(0, 2))
  const seek = (size: string) => get(mock, `customers?${size}seekOperation=Next`, tokenOf(two))
  expect(listed((await seek('size=1&')).body)).toEqual(ids.slice(2, 3))
  expect(listed((await seek('')).body)).toEqual(ids.slice(2))
  mock.setCustomers(customers.slice(0, 2))
  expect((await seek('size=2&')).body).toMatchObject({ totalCount: 0, items: [] })
  mock.setCustomers(customers.slice(0, 1))
  expect((await seek('size=2&')).status).toBe(400)
})

test('the relationship, company and domain of a customer are listed', async () => {
  const [companyName, domain, relationshipToPartner] = ['Contoso', 'contoso.example', 'advisor']
  const mock = createPartnerCenterMock({ customers: [{ id: customerId, companyName, domain, relationshipToPartner }] })
  expect((await get(mock, 'customers')).body.items).toEqual([
    {
      id: customerId,
      companyProfile: {
        tenantId: customerId,
        companyName,
        domain,
        attributes: { objectType: 'CustomerCompanyProfile' },
      },
      relationshipToPartner,
      attributes: { objectType: 'Customer' },
    },
  ])
})

test('a filtered list counts its matches, page by page', async () => {
  const customers = [
    { id: customerId, companyName: 'Contoso' },
    { id: otherCustomerId, companyName: 'Fabrikam' },
    { id: customerId.replace(/.$/, '1'), companyName: 'contour' },
  ]
  const mock = createPartnerCenterMock({ customers })
  const filter = encodeURIComponent('{"Field":"CompanyName","Value":"cont","Operator":"starts_with"}')
  const { body } = await get(mock, `customers?size=1&filter=${filter}`)
  expect(listed(body)).toEqual([customerId])
  expect(body.links.next.uri).toContain('seekOperation=Next')
  const next = await get(mock, body.links.next.uri.replace('/v1/', ''), tokenOf(body))
  expect(listed(next.body)).toEqual([customers[2]?.id])
  expect(next.body.links.next).toBeUndefined()
})

// In the contract, a filter is JSON with a searchable field, a text, and the only operator there is.
test.for([
  '{',
  'Contoso',
  'null',
  '{"Field":"CompanyName","Value":5,"Operator":"starts_with"}',
  '{"Field":"CompanyName","Operator":"starts_with"}',
  '{"Field":"CompanyName","Value":"c","Operator":"contains"}',
  '{"Field":"Country","Value":"c","Operator":"starts_with"}',
  '{"Value":"c","Operator":"starts_with"}',
])('the filter %s is refused, naming the parameter', async (filter) => {
  const { status, body } = await get(createPartnerCenterMock(), `customers?filter=${encodeURIComponent(filter)}`)
  expect([status, body.code]).toEqual([400, '800002'])
  expect(body.data).toEqual([expect.stringMatching(/^query parameter filter is .*filter/)])
})

test.for(['', 'AAAA', '%', ...['to 1', 'xfrom 1', 'from 1x', 'from -1', 'from 9'].map(btoa)])(
  'the token "%s", which the service did not issue, is refused',
  async (token) => {
    const headers = token === '' ? {} : { 'MS-ContinuationToken': token }
    const { status, body } = await get(createPartnerCenterMock(), 'customers?size=1&seekOperation=Next', headers)
    expect([status, body.code]).toEqual([400, '800002'])
    expect(body.data).toEqual(['header parameter MS-ContinuationToken is not a token that the service issued'])
  },
)
