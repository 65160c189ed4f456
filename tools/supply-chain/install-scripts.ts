import { type LockPackages, publishedName } from '../lock.ts'

/** The packages that may run an install script (`true`), and those with a script that must not run (`false`). */
export type AllowList = Readonly<Record<string, boolean>>

/** Lists where an allow-list and a lock file disagree about install scripts, one line each; empty if nowhere. */
export function installScriptFindings(lock: LockPackages, allowed: AllowList): readonly string[] {
  const scripted = new Set(
    Object.entries(lock)
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path, entry]) => publishedName(path, entry)),
  )
  return [
    ...[...scripted]
      .filter((name) => !(name in allowed))
      .map((name) => `${name} has an install script nobody has decided on`),
    ...Object.keys(allowed)
      .filter((name) => !scripted.has(name))
      .map((name) => `${name} is on the list and has no install script`),
  ]
}
