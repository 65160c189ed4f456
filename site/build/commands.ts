import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { CommandDescription } from '../pages/command.ts'

/** Describes the commands, arguments and options of the command line below `root`, as the program itself reports them. */
export function describeCommands(root: string): readonly CommandDescription[] {
  const script = join(root, 'packages/cli/scripts/describe-commands.ts')
  return JSON.parse(
    execFileSync(process.execPath, ['--conditions=@partner-upgrades/source', script], { encoding: 'utf8' }),
  )
}
