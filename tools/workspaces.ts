import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folders of all npm workspaces below `root`, absolute. */
export function workspaceFolders(root: string): readonly string[] {
  const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const manifests = workspaces.map((pattern: string) => `${pattern}/package.json`)
  return globSync(manifests, { cwd: root })
    .map((manifest) => join(root, dirname(manifest)))
    .sort()
}
