// Does the lock file hold an entry for every optional (platform) package that it names? `npm ci` fails where one is
// missing, on a platform that the author of the lock file did not have. Usage: lock-complete.ts [package-lock.json]
import { readFileSync } from 'node:fs'

interface LockEntry {
  readonly version?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** What is wrong with a lock file, a line each; empty when nothing is. */
export function lockFindings(packages: Readonly<Record<string, LockEntry>>): readonly string[] {
  const present = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)))
  return Object.entries(packages).flatMap(([path, entry]) => {
    const findings: string[] = []
    const missing = Object.keys(entry.optionalDependencies ?? {}).filter((name) => !present.has(name))
    if (missing.length > 0) findings.push(`${path}@${entry.version}: the lock has no entry for ${missing.join(', ')}`)
    if (entry.resolved?.includes('://'))
      findings.push(`${path}: names a registry's host (${new URL(entry.resolved).host})`)
    return findings
  })
}

if (import.meta.main) {
  const file = process.argv[2] ?? 'package-lock.json'
  const findings = lockFindings(JSON.parse(readFileSync(file, 'utf8')).packages)
  for (const finding of findings) console.error(`${file}: ${finding}`)
  console.log(
    findings.length === 0
      ? `${file}: complete`
      : `${file}: ${findings.length} findings; run npm install with the versions pinned`,
  )
  process.exitCode = findings.length === 0 ? 0 : 1
}
