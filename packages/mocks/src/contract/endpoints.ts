import type { Operation } from '@partner-upgrades/spec'
import { producedTypes } from './responses.ts'

/** An operation with data that is computed once for all its requests. */
export interface Endpoint {
  /** The operation of the contract. */
  readonly operation: Operation
  /** The media types to negotiate; empty if there is nothing to choose from. */
  readonly produces: readonly string[]
  /** The names of the path parameters, in the order of the path. */
  readonly pathNames: readonly string[]
}

/** The operations of one path, by method. */
export interface Resource {
  /** Endpoints by HTTP method, in upper case. */
  readonly methods: ReadonlyMap<string, Endpoint>
  /** The first endpoint: it represents the path if no method matches. */
  readonly first: Endpoint
}

/** Groups operations by path template. Paths that differ only in case or parameter names share the first template. */
export function resourcesOf(operations: readonly Operation[]): readonly (readonly [template: string, Resource])[] {
  const resources = new Map<string, { readonly methods: Map<string, Endpoint>; readonly first: Endpoint }>()
  for (const operation of operations) {
    const pathNames = [...operation.path.matchAll(parameter)].map(([, name = '']) => name)
    const endpoint: Endpoint = { operation, produces: producedTypes(operation), pathNames }
    const shape = operation.path.toLowerCase().replaceAll(parameter, '{}')
    const resource = resources.get(shape) ?? { methods: new Map(), first: endpoint }
    resource.methods.set(operation.method, endpoint)
    resources.set(shape, resource)
  }
  return [...resources.values()].map((resource) => [resource.first.operation.path, resource])
}

const parameter = /\{([^{}]*)\}/g
