import { basename, dirname, extname, join } from 'node:path'

/** Returns the path of one of a list's files, given its suffix, such as `journal.jsonl`. */
export type ListPath = (suffix: string) => string

/** Names a list's files after the list: `customers.journal.jsonl` or `customers.dry-run.journal.jsonl`, next to it or in a folder. */
export function listPaths(file: string, dryRun: boolean, folder: string = dirname(file)): ListPath {
  const name = `${basename(file, extname(file))}${dryRun ? '.dry-run' : ''}`
  return (suffix) => join(folder, `${name}.${suffix}`)
}

/** Returns the path at which `upgradeCustomers` keeps the journal of a list by default: next to the list. */
export function journalOf(file: string, dryRun = false): string {
  return listPaths(file, dryRun)('journal.jsonl')
}
