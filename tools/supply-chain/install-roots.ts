import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { workspaceFolders } from '../workspaces.ts'

/**
 * The relative paths of the folders below `root` in which `npm ci` or `npm install` reads its own settings: each folder with
 * a package.json except the workspaces, from which npm moves up.
 */
export function installRoots(root: string): readonly string[] {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '--', 'package.json', '**/package.json']
  const manifests = execFileSync('git', list, { cwd: root, encoding: 'utf8' }).split('\n')
  const workspaces = workspaceFolders(root)
  return [...new Set(manifests)]
    .filter((file) => file !== '')
    .map((file) => dirname(file))
    .filter((folder) => !workspaces.includes(join(root, folder)))
    .sort()
}
