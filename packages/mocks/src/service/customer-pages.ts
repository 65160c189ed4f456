import type { CustomerCollection, Customer as CustomerResource, Link } from '@partner-upgrades/spec'
import { type Exactly, exactly } from '../contract/exactly.ts'
import type { RequestProblem } from '../contract/rejection.ts'
import type { Call } from '../contract/validate-request.ts'
import type { Customer } from './customers.ts'

const toPage = exactly<CustomerCollection>()
const toCustomer = exactly<CustomerResource>()
const toLink = exactly<Link>()

/** A page of customers, or what is wrong with the parameter that asks for none there is. */
export type CustomerPage = { readonly page: Exactly<CustomerCollection> } | { readonly problem: RequestProblem }

/** The page of customers that a call asks for. */
export function pageOfCustomers({ parameters, message }: Call, customers: readonly Customer[]): CustomerPage {
  const { size = 0, filter, seekOperation } = parameters.query
  const test = filterOf(filter)
  if (test === undefined) return wrong('query', 'filter', 'is not a filter that the service knows')
  const matching = filter === undefined ? customers : customers.filter((customer) => test(toResource(customer)))
  const start = seekOperation === undefined ? 0 : startOf(parameters.header['MS-ContinuationToken'])
  if (start === undefined || start > matching.length)
    return wrong('header', 'MS-ContinuationToken', 'is none that was given out')
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
  const { id, companyName = 'companyName', domain = 'domain', relationshipToPartner = 'reseller' } = customer
  return toCustomer({
    id,
    companyProfile: { tenantId: id, domain, companyName, attributes: { objectType: 'CustomerCompanyProfile' } },
    relationshipToPartner,
    attributes: { objectType: 'Customer' },
  })
}

/** What a filter lets through; undefined for one that the service does not know. */
function filterOf(filter: unknown): ((customer: CustomerResource) => boolean) | undefined {
  if (filter === undefined) return () => true
  const { Field, Value, Operator } = parse(String(filter))
  if (Operator !== 'starts_with' || typeof Value !== 'string') return undefined
  const starts = (text: unknown) =>
    String(text ?? '')
      .toLowerCase()
      .startsWith(Value.toLowerCase())
  if (Field === 'CompanyName') return ({ companyProfile }) => starts(companyProfile?.companyName)
  return Field === 'Domain' ? ({ companyProfile }) => starts(companyProfile?.domain) : undefined
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
  const [path = '', query = ''] = target.split('?')
  const parameters = new URLSearchParams(query)
  parameters.set('seekOperation', 'Next')
  return `${path}?${parameters}`
}
