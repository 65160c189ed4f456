import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { benchFolder } from './manifests.ts'
import { keep, quick } from './quick.ts'

/** Prints a report and, with `--write`, keeps it in `results`, unless the run was too short to be meaningful. */
export function report(name: string, markdown: string): void {
  console.log(markdown)
  if (quick) {
    console.log('\nA quick run: the figures above are meaningless, and are not kept.')
    return
  }
  if (!keep) {
    console.log('\nNot kept. Use --write to keep the results in bench/results.')
    return
  }
  const folder = join(benchFolder, 'results')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.md`), `${markdown}\n`)
}

/** Prints progress to stderr, apart from the report. */
export function progress(text: string): void {
  console.error(text)
}
