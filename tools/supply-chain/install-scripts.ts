import { type LockPackages, publishedName } from '../lock.ts'

/** Which packages may run a script when they are installed, and which are known to have one that is not run. */
export type AllowList = Readonly<Record<string, boolean>>

/** Where an allow-list and a lock file disagree about who has an install script, a line each; empty when nowhere. */
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
