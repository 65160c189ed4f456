import type { Contract, Operation } from '@partner-upgrades/spec'
import { createBaseUrlMatcher } from './base-urls.ts'
import { type Resource, resourcesOf } from './endpoints.ts'
import { createRouter, type Match, type Router } from './path-router.ts'
import { pathOf } from './request-target.ts'

/** Locates the operations of a contract. */
export interface ServerRouter {
  /**
   * Returns the path and query of a URL below a base URL, and whether an operation has that path there; undefined for any other URL.
   *
   * @param anywhere whether to ignore the URL's origin
   */
  locate(url: string, anywhere?: boolean): ServerMatch | undefined
  /** Finds the operations of a path, whatever their base URL. */
  readonly route: Router<Resource>
}

/** A URL below a base URL of the contract. */
export interface ServerMatch {
  /** Path and query after the base URL. */
  readonly target: string
  /** Whether an operation has this path. */
  readonly known: boolean
}

/**
 * Creates a router for operations below the contract's servers or their own ones, and below additional base URLs.
 *
 * @throws TypeError if a base URL is invalid.
 */
export function createServerRouter(
  { operations, servers }: Pick<Contract, 'operations' | 'servers'>,
  baseUrls: readonly string[],
): ServerRouter {
  const all = Object.values(operations)
  const groups = new Map<string, { readonly servers: readonly string[]; readonly members: Operation[] }>()
  // The contract's own servers come first, even if no operation uses them.
  groups.set('', { servers, members: [] })
  for (const operation of all) {
    const key = operation.servers?.join(' ') ?? ''
    const group = groups.get(key) ?? { servers: operation.servers ?? servers, members: [] }
    group.members.push(operation)
    groups.set(key, group)
  }
  const route = rememberLast(createRouter(resourcesOf(all)))
  const serverGroups = [...groups.values()].map((group) => ({
    locateBelow: createBaseUrlMatcher([...group.servers, ...baseUrls]),
    route: group.members.length === all.length ? route : createRouter(resourcesOf(group.members)),
  }))

  function locate(url: string, anywhere?: boolean): ServerMatch | undefined {
    let match: ServerMatch | undefined
    for (const { locateBelow, route: routeHere } of serverGroups) {
      const target = locateBelow(url, anywhere)
      if (target === undefined) continue
      if (routeHere(pathOf(target)) !== undefined) return { target, known: true }
      match ??= { target, known: false }
    }
    return match
  }

  return { route, locate }
}

/** Every path is routed twice in a row: once to see whether it is known, once to find its operations. */
function rememberLast<T>(route: Router<T>): Router<T> {
  let lastPath: string | undefined
  let last: Match<T> | undefined
  return (path) => {
    if (path !== lastPath) {
      last = route(path)
      lastPath = path
    }
    return last
  }
}
