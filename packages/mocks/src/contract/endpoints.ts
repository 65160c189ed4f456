import type { Operation } from '@partner-upgrades/spec'
import { producedTypes } from './responses.ts'

/** An operation with what each request to it needs. */
export interface Endpoint {
  /** The operation of the contract. */
  readonly operation: Operation
  /** The media types to negotiate about; empty if there is nothing to choose. */
  readonly produces: readonly string[]
  /** The names of path parameters in the operation's own path, by those in the path that is routed, where they differ. */
  readonly ownNames?: ReadonlyMap<string, string>
}

/** The operations of one path, by method. */
export interface Resource {
  /** Endpoints by HTTP method, in upper case. */
  readonly methods: ReadonlyMap<string, Endpoint>
  /** The first of them: what the contract says about the path where no method fits. */
  readonly first: Endpoint
}

/** Operations by path template. Paths that differ in case or in the names of parameters are one, by the first template. */
export function resourcesOf(operations: readonly Operation[]): ReadonlyMap<string, Resource> {
  const resources = new Map<string, { methods: Map<string, Endpoint>; first: Endpoint }>()
  const templates = new Map<string, string>()
  for (const operation of operations) {
    const shape = operation.path.toLowerCase().replaceAll(/\{[^{}]*\}/g, '{}')
    const template = templates.get(shape) ?? operation.path
    templates.set(shape, template)
    const names = template === operation.path ? {} : { ownNames: namesBetween(template, operation.path) }
    const endpoint = { operation, produces: producedTypes(operation), ...names }
    const resource = resources.get(template)
    if (resource === undefined) {
      resources.set(template, { methods: new Map([[operation.method, endpoint]]), first: endpoint })
    } else {
      resource.methods.set(operation.method, endpoint)
    }
  }
  return resources
}

function namesBetween(template: string, own: string): ReadonlyMap<string, string> {
  const ownNames = namesOf(own)
  return new Map(namesOf(template).map((name, index) => [name, ownNames[index] ?? name]))
}

function namesOf(template: string): readonly string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
}
