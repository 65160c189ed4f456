import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { benchFolder } from './manifests.ts'
import { keep, quick } from './quick.ts'

/** Shows a report, and keeps it in `results` if asked to, unless the run was too short to mean anything. */
export function report(name: string, markdown: string): void {
  console.log(markdown)
  if (quick) {
    console.log('\nA quick run: the figures above mean nothing, and are not kept.')
    return
  }
  if (!keep) {
    console.log('\nNot kept: --write does, in bench/results.')
    return
  }
  const folder = join(benchFolder, 'results')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.md`), `${markdown}\n`)
}

/** Says what is going on, apart from the report. */
export function progress(text: string): void {
  console.error(text)
}
