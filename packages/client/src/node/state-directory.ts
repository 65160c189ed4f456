import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder in which programs of this user keep state that must survive a crash.
 *
 * @see https://specifications.freedesktop.org/basedir-spec/latest/
 */
export function stateDirectory(
  { XDG_STATE_HOME, LOCALAPPDATA }: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
  home: string = homedir(),
): string {
  // The specification says to ignore a path that is not absolute.
  if (XDG_STATE_HOME?.startsWith('/')) return join(XDG_STATE_HOME, 'partner-upgrades')
  if (platform === 'win32') return join(LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'partner-upgrades')
  return join(home, '.local', 'state', 'partner-upgrades')
}
