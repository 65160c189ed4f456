import type { ApiDocument, OperationObject } from './document.ts'

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const

/** An operation with its method and path. */
export interface OperationPlace {
  readonly id: string
  /** The HTTP method, in upper case. */
  readonly method: string
  /** The path template, such as `/v1/things/{thing-id}`. */
  readonly path: string
  /** The first tag: the resource that the operation belongs to. */
  readonly group: string
  readonly operation: OperationObject
}

/** Returns all operations, grouped by resource, in the order of the tags and paths. */
export function operationsOf(document: ApiDocument): readonly OperationPlace[] {
  const order = (document.tags ?? []).map(({ name }) => name)
  const places = Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method]
      if (operation === undefined) return []
      const group = operation.tags?.[0] ?? 'Other operations'
      return [{ id: operation.operationId, method: method.toUpperCase(), path, group, operation }]
    }),
  )
  const rank = ({ group }: OperationPlace): number => (order.includes(group) ? order.indexOf(group) : order.length)
  return places.sort((one, other) => rank(one) - rank(other))
}
