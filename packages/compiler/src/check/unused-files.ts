import { readdirSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import type { Report, SourceLoader } from '../load/source-file.ts'

/**
 * Reports files that nothing refers to, in the folders below the description that hold referenced files: for instance a
 * fault that was written but never listed.
 */
export function checkUnusedFiles(description: string, sources: SourceLoader, report: Report): void {
  const loaded = new Set(sources.loaded())
  const folders = new Set([...loaded].map((path) => dirname(path)))
  for (const folder of folders) {
    if (!folder.startsWith(`${dirname(description)}${sep}`)) continue
    const names = readdirSync(folder).filter((name) => /\.(ya?ml|json)$/.test(name))
    for (const path of names.map((name) => join(folder, name)).filter((each) => !loaded.has(each))) {
      const file = sources.load(path)
      const message = 'nothing refers to this file; refer to it where the files beside it are listed, or remove it'
      if (file) report.add({ file }, message)
    }
  }
}
