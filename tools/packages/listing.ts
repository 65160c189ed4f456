/** The content of a tarball, as lines that a person can review: a module is one line, whatever was built from it. */

const built = /^(dist\/.*?)\.(d\.ts|d\.ts\.map|js|js\.map)$/
const order = ['js', 'd.ts', 'js.map', 'd.ts.map']

/** The lines for the paths in a tarball: `dist/index.{js,d.ts,js.map,d.ts.map}`, `README.md`. */
export function listingOf(paths: readonly string[]): readonly string[] {
  const modules = new Map<string, string[]>()
  const others: string[] = []
  for (const path of paths.map(withoutHash)) {
    const [, module, suffix] = built.exec(path) ?? []
    if (module === undefined || suffix === undefined) others.push(path)
    else modules.set(module, [...(modules.get(module) ?? []), suffix])
  }
  const lines = [...modules].map(([module, suffixes]) => {
    const sorted = [...suffixes].sort((a, b) => order.indexOf(a) - order.indexOf(b))
    return sorted.length === 1 ? `${module}.${sorted[0]}` : `${module}.{${sorted.join(',')}}`
  })
  return [...others, ...lines].sort()
}

/** Removes the hash that a bundler puts into the name of a shared chunk, which no list can predict. */
function withoutHash(path: string): string {
  return path.replace(/^(dist\/shared)-[A-Z0-9]{8}\./, '$1-*.')
}
