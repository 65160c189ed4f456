import type { CustomerCollection, Customer as CustomerResource, Link } from '@partner-upgrades/spec'
import { type Exactly, exactly } from '../contract/exactly.ts'
import type { RequestProblem } from '../contract/rejection.ts'
import { pathOf, queryOf } from '../contract/request-target.ts'
import type { Call } from '../contract/validate-request.ts'
import type { Customer } from './customers.ts'

const toPage = exactly<CustomerCollection>()
const toCustomer = exactly<CustomerResource>()
const toLink = exactly<Link>()

/** A page of customers, or the problem with the parameter that prevents one. */
export type CustomerPage = { readonly page: Exactly<CustomerCollection> } | { readonly problem: RequestProblem }

/** The page of customers that a call requests. */
export function pageOfCustomers({ parameters, message }: Call, customers: readonly Customer[]): CustomerPage {
  const { size = 0, filter, seekOperation } = parameters.query
  const matching = filter === undefined ? customers : filtered(customers, String(filter))
  if (matching === undefined) return wrong('query', 'filter', 'is not a filter that the service knows')
  const start = seekOperation === undefined ? 0 : startOf(parameters.header['MS-ContinuationToken'])
  if (start === undefined || start > matching.length)
    return wrong('header', 'MS-ContinuationToken', 'is not a token that the service issued')
  const end = typeof size === 'number' && size > 0 ? start + size : matching.length
  const items = matching.slice(start, end).map(toResource)
  const link = (uri: string, headers: readonly { key: string; value: string }[] = []) =>
    toLink({ uri, method: 'GET', headers: [...headers] })
  const next = end < matching.length && {
    next: link(nextUri(message.target), [{ key: 'MS-ContinuationToken', value: btoa(`from ${end}`) }]),
  }
  return {
    page: toPage({
      totalCount: items.length,
      items,
      links: { self: link(message.target), ...next },
      attributes: { objectType: 'Collection' },
    }),
  }
}

function wrong(place: 'query' | 'header', name: string, message: string): CustomerPage {
  return { problem: { in: place, name, pointer: '', keyword: 'value', message } }
}

function toResource(customer: Customer): Exactly<CustomerResource> {
  const { id, relationshipToPartner = 'reseller' } = customer
  const attributes = { objectType: 'CustomerCompanyProfile' }
  return toCustomer({
    id,
    companyProfile: { tenantId: id, domain: domainOf(customer), companyName: companyNameOf(customer), attributes },
    relationshipToPartner,
    attributes: { objectType: 'Customer' },
  })
}

const companyNameOf = ({ companyName = 'companyName' }: Customer): string => companyName
const domainOf = ({ domain = 'domain' }: Customer): string => domain

/** The fields that a filter can compare, by their names in filters. */
const fields: ReadonlyMap<unknown, (customer: Customer) => string> = new Map([
  ['CompanyName', companyNameOf],
  ['Domain', domainOf],
])

/** The customers that match a filter; undefined for a filter that the service does not know. */
function filtered(customers: readonly Customer[], filter: string): readonly Customer[] | undefined {
  const { Field, Value, Operator } = parse(filter)
  const textOf = fields.get(Field)
  if (textOf === undefined || typeof Value !== 'string' || Operator !== 'starts_with') return undefined
  const start = Value.toLowerCase()
  return customers.filter((customer) => textOf(customer).toLowerCase().startsWith(start))
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}

function startOf(token: unknown): number | undefined {
  try {
    const [, start] = /^from (\d{1,9})$/.exec(atob(String(token))) ?? []
    return start === undefined ? undefined : Number(start)
  } catch {
    return undefined
  }
}

function nextUri(target: string): string {
  const parameters = new URLSearchParams(queryOf(target))
  parameters.set('seekOperation', 'Next')
  return `${pathOf(target)}?${parameters}`
}
