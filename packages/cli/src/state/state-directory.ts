import { join } from 'node:path'
import type { Host } from '../host.ts'

/**
 * Where programs of this user keep what must survive a crash.
 *
 * @see https://specifications.freedesktop.org/basedir-spec/latest/
 */
export function stateDirectory(
  { XDG_STATE_HOME, LOCALAPPDATA }: Host['env'],
  platform: NodeJS.Platform,
  home: string,
): string {
  // The specification has a path that is not absolute ignored.
  if (XDG_STATE_HOME?.startsWith('/')) return join(XDG_STATE_HOME, 'partner-upgrades')
  if (platform === 'win32') return join(LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'partner-upgrades')
  return join(home, '.local', 'state', 'partner-upgrades')
}
