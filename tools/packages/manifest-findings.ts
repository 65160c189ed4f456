import { publishedName } from '../lock.ts'
import { isPermissive } from './licences.ts'
import type { ProductionTree } from './production-tree.ts'
import type { Manifest } from './published.ts'

/** Lists what is wrong with a package's manifest, one line each; empty if nothing is. */
export function manifestFindings(manifest: Manifest, published: ReadonlySet<string>): readonly string[] {
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = manifest
  const scope = `${manifest.name.split('/')[0]}/`
  const ours = (names: object) => Object.keys(names).filter((name) => name.startsWith(scope))
  return [
    ...ours(peerDependencies).map(
      (name) => `${name} is a peer: packages of ours must be dependencies, because tools bump such peers at will`,
    ),
    ...ours({ ...dependencies, ...optionalDependencies })
      .filter((name) => !published.has(name))
      .map((name) => `${name} is a dependency and is not published: nobody could install this`),
    ...(manifest.license === 'MIT' ? [] : [`its licence is ${manifest.license}, the project's is MIT`]),
  ]
}

/** Lists whatever is installed with a package under terms that require more than a notice. */
export function licenceFindings(tree: ProductionTree): readonly string[] {
  return Object.entries(tree).flatMap(([path, entry]) => {
    const name = publishedName(path, entry)
    if (entry.license === undefined) return [`${name} ${entry.version} names no licence`]
    if (isPermissive(entry.license)) return []
    return [`${name} ${entry.version} comes under ${entry.license}, which is not on the list of permissive licences`]
  })
}
