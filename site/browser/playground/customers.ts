import type { Contract, Operation } from '@partner-upgrades/spec'
import type { RequestValues } from '../../samples/request.ts'
import type { SituationCustomer } from './situation.ts'

/** The path parameter that names a customer. */
const inPath = 'customer-tenant-id'

/** Returns the customers in the contract's examples, so that a documented request refers to an existing customer. */
export function exampleCustomers({ operations }: Contract): readonly SituationCustomer[] {
  const ids = Object.values(operations).flatMap(({ parameters, requestBody }) => {
    const bodies = Object.values(requestBody?.content ?? {}).flatMap(({ examples }) => Object.values(examples))
    const named = parameters.filter(({ name }) => name === inPath).map(({ example }) => example)
    return [...bodies.map(({ value }) => Object(value).customerId), ...named].filter((id) => typeof id === 'string')
  })
  // Names that match the documented customer filter.
  return [...new Set(ids.map((id) => id.toLowerCase()))].map((id, index) => ({
    id,
    companyName: `Contoso ${index + 1}`,
  }))
}

/** Returns the ID of the customer that a request is about; undefined if there is none. */
export function customerOf({ parameters, body }: RequestValues): string | undefined {
  return parameters[inPath] ?? textOf(parse(body).customerId)
}

/** Whether requests to an operation are about one customer. */
export function isAboutCustomer(operation: Operation): boolean {
  const body = Object.values(operation.requestBody?.content ?? {}).flatMap(({ examples }) => Object.values(examples))
  return (
    operation.parameters.some(({ name }) => name === inPath) || body.some(({ value }) => 'customerId' in Object(value))
  )
}

/** Returns the same request for another customer, with that customer's product family if one is given. */
export function withCustomer(values: RequestValues, customerId: string, productFamily?: string): RequestValues {
  const { parameters, body } = values
  const named = parse(body)
  const changed = {
    ...named,
    ...('customerId' in named && { customerId }),
    ...('productFamily' in named && productFamily !== undefined && { productFamily }),
  }
  return {
    parameters: { ...parameters, ...(inPath in parameters && { [inPath]: customerId }) },
    body: Object.keys(named).length === 0 ? body : JSON.stringify(changed, null, 2),
  }
}

function parse(body: string | undefined): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(body ?? '{}'))
  } catch {
    return {}
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
