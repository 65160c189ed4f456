import { expect, test } from 'vitest'
import { stateDirectory } from './state-directory.ts'

test.for<[env: Record<string, string>, platform: NodeJS.Platform, folder: string]>([
  [{}, 'linux', '/home/ops/.local/state/partner-upgrades'],
  [{ XDG_STATE_HOME: '/var/state' }, 'linux', '/var/state/partner-upgrades'],
  [{ XDG_STATE_HOME: 'state' }, 'linux', '/home/ops/.local/state/partner-upgrades'],
  [{ XDG_STATE_HOME: '' }, 'darwin', '/home/ops/.local/state/partner-upgrades'],
  [{ LOCALAPPDATA: '/Users/ops/AppData/Local' }, 'win32', '/Users/ops/AppData/Local/partner-upgrades'],
  [{}, 'win32', '/home/ops/AppData/Local/partner-upgrades'],
])('%j on %s: %s', ([env, platform, folder]) => {
  expect(stateDirectory(env, platform, '/home/ops')).toBe(folder)
})
