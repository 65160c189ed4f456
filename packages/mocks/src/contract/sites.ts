import type { Contract, Operation } from '@partner-upgrades/spec'
import { createBases } from './bases.ts'
import { type Resource, resourcesOf } from './endpoints.ts'
import { createRouter, type Match, type Router } from './router.ts'
import { pathOf } from './target.ts'

/** Where the operations of a contract are. */
export interface Sites {
  /** The path and query of a URL below a base URL, and whether an operation has that path there; undefined for any other URL. */
  locate(url: string): Place | undefined
  /** The same, for a URL whose origin says nothing. */
  locateAnywhere(url: string): Place | undefined
  /** The operations of a path, wherever they are. */
  readonly route: Router<Resource>
}

export interface Place {
  readonly target: string
  readonly known: boolean
}

/**
 * Finds operations: below the contract's servers, or those of their own, and below further base URLs.
 *
 * @throws TypeError if a base URL is none.
 */
export function createSites({ operations, servers }: Contract, baseUrls: readonly string[]): Sites {
  const all = Object.values(operations)
  const groups = new Map<string, { readonly servers: readonly string[]; readonly members: Operation[] }>()
  // The contract's own servers come first, also if no operation is there.
  groups.set('', { servers, members: [] })
  for (const operation of all) {
    const key = operation.servers?.join(' ') ?? ''
    const group = groups.get(key) ?? { servers: operation.servers ?? servers, members: [] }
    group.members.push(operation)
    groups.set(key, group)
  }
  const route = rememberLast(createRouter(resourcesOf(all)))
  const sites = [...groups.values()].map((group) => ({
    bases: createBases([...group.servers, ...baseUrls]),
    route: group.members.length === all.length ? route : createRouter(resourcesOf(group.members)),
  }))

  function find(url: string, how: 'locate' | 'locateAnywhere'): Place | undefined {
    let place: Place | undefined
    for (const { bases, route: routeHere } of sites) {
      const target = bases[how](url)
      if (target === undefined) continue
      if (routeHere(pathOf(target)) !== undefined) return { target, known: true }
      place ??= { target, known: false }
    }
    return place
  }

  return { route, locate: (url) => find(url, 'locate'), locateAnywhere: (url) => find(url, 'locateAnywhere') }
}

/** A path is asked for twice in a row: whether it is known, and then what is there. */
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
