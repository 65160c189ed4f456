// Tools that check and rehearse a release, installed when first needed: `proof/sandboxes/release-kit`.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the kit. */
export const kitFolder = join(import.meta.dirname, '../proof/sandboxes/release-kit')

const lock = join(kitFolder, 'package-lock.json')
const installed = join(kitFolder, 'node_modules', '.installed')

/** The path of a file in the installed kit; installs exactly what the lock file says if that is not there yet. */
export function kitFile(path: string): string {
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex')
  if (!existsSync(installed) || readFileSync(installed, 'utf8') !== wanted) {
    execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: kitFolder, stdio: ['ignore', 'ignore', 'inherit'] })
    writeFileSync(installed, wanted)
  }
  return join(kitFolder, 'node_modules', path)
}
