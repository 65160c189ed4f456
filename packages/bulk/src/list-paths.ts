import { basename, dirname, extname, join } from 'node:path'

/** The path of a file of a list by its suffix, such as `journal.jsonl`. */
export type ListPath = (suffix: string) => string

/** Names the files of a list after it: `customers.journal.jsonl`, or `customers.dry-run.journal.jsonl`, beside it or in a folder. */
export function listPaths(file: string, dryRun: boolean, folder: string = dirname(file)): ListPath {
  const name = `${basename(file, extname(file))}${dryRun ? '.dry-run' : ''}`
  return (suffix) => join(folder, `${name}.${suffix}`)
}

/** Where `upgradeCustomers` keeps the journal of a list, unless it is told otherwise: beside the list. */
export function journalOf(file: string, dryRun = false): string {
  return listPaths(file, dryRun)('journal.jsonl')
}
