import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { workspaceFolders } from '../workspaces.ts'

/** The folders of all examples below `root` that install our packages rather than linking them, absolute. */
export function exampleFolders(root: string): readonly string[] {
  const linked = workspaceFolders(root)
  return readdirSync(join(root, 'examples'))
    .map((name) => join(root, 'examples', name))
    .filter((folder) => existsSync(join(folder, 'package.json')) && !linked.includes(folder))
}
