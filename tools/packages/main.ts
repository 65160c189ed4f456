// `npm run packages:check [-- lists publint …]` and, after a review of what has changed, `npm run packages:list`.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checks, findingsOf, listFile, listFor, withTarballs } from './inspect.ts'
import { printList } from './list.ts'

const root = join(import.meta.dirname, '../..')
const [command, ...named] = process.argv.slice(2)

if (command === 'list') {
  await withTarballs(root, async (packages) => {
    for (const packed of packages) {
      writeFileSync(listFile(packed.shortName), printList(packed.manifest.name, listFor(packed)))
      console.log(`wrote the list of ${packed.manifest.name}: git diff shows what has changed`)
    }
  })
} else {
  const unknown = named.filter((name) => !checks.includes(name))
  if (command !== 'check' || unknown.length > 0) {
    console.error(`There is no check ${unknown.join(', ')}: there are ${checks.join(', ')}.`)
    process.exit(2)
  }
  const findings = await findingsOf(root, named.length > 0 ? named : checks)
  for (const finding of findings) console.error(finding)
  console.log(`${(named.length > 0 ? named : checks).join(', ')}: ${findings.length} findings`)
  process.exitCode = findings.length === 0 ? 0 : 1
}
