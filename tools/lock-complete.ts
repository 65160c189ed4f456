// Checks that the lock file has an entry for every optional (platform) package that it names, since `npm ci` fails on the
// platform whose entry is missing, and that a hash pins each entry to its content. Usage: lock-complete.ts [package-lock.json]
import { type LockPackages, readLock } from './lock.ts'

/** Lists what is wrong with a lock file, one line each; empty if nothing is. */
export function lockFindings(packages: LockPackages): readonly string[] {
  const present = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)))
  return Object.entries(packages).flatMap(([path, entry]) => {
    const findings: string[] = []
    const missing = Object.keys(entry.optionalDependencies ?? {}).filter((name) => !present.has(name))
    if (missing.length > 0) findings.push(`${path}@${entry.version}: the lock has no entry for ${missing.join(', ')}`)
    if (entry.resolved?.includes('://'))
      findings.push(`${path}: names a registry's host (${new URL(entry.resolved).host})`)
    const fromRegistry = path.includes('node_modules/') && entry.link !== true
    if (fromRegistry && entry.integrity === undefined && entry.inBundle !== true)
      findings.push(`${path}@${entry.version}: has no integrity, so anything may be installed in its place`)
    if (entry.integrity !== undefined && !entry.integrity.startsWith('sha512-'))
      findings.push(`${path}@${entry.version}: its integrity is not SHA-512`)
    return findings
  })
}

if (import.meta.main) {
  const file = process.argv[2] ?? 'package-lock.json'
  const findings = lockFindings(readLock(file))
  for (const finding of findings) console.error(`${file}: ${finding}`)
  console.log(
    findings.length === 0
      ? `${file}: complete`
      : `${file}: ${findings.length} findings; run npm install with the versions pinned`,
  )
  process.exitCode = findings.length === 0 ? 0 : 1
}
