// Breaks the code by hand, one place at a time, in a copy of the workspace, and says which fast test noticed.
// Usage: npm run sabotage [-- --only TEXT] [--jobs NUMBER]
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createMutantWorkspace } from '../mutant-workspace.ts'
import { writeSection } from '../write-section.ts'
import { createJudge, type Noticed } from './judge.ts'
import { readCatalogue } from './sabotage.ts'

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, jobs: { type: 'string', default: '1' } },
})
/** The least share that the fast tests have to notice. */
const goal = 0.98

const chosen = readCatalogue().filter(({ area, sentence }) => `${area}: ${sentence}`.includes(values.only))
const queue = [...chosen]
const found: Noticed[] = []

async function work(): Promise<void> {
  const copy = await createMutantWorkspace()
  const { judge } = createJudge(copy)
  try {
    for (let entry = queue.shift(); entry; entry = queue.shift()) {
      const noticed = await judge(entry)
      found.push(noticed)
      console.log(`${noticed.by ?? 'NOBODY'}: ${entry.sentence}${noticed.test ? `\n    ${noticed.test}` : ''}`)
    }
  } finally {
    copy.remove()
  }
}

await Promise.all(Array.from({ length: Number(values.jobs) }, work))
const missed = found.filter(({ by }) => by === undefined)
const unexplained = missed.filter(({ entry }) => entry.onlyByProof === undefined)
const share = (found.length - missed.length) / found.length
console.log(`${found.length - missed.length} of ${found.length} noticed by npm test (${(share * 100).toFixed(1)} %)`)
if (values.only === '') {
  writeSection(join(import.meta.dirname, '../../../bench/results/mutation.md'), 'The code, broken by hand', [
    `\`npm run sabotage\`: ${found.length - missed.length} of ${found.length} were noticed by the fast tests.`,
    ...(missed.length > 0
      ? [missed.map(({ entry }) => `- ${entry.sentence}: ${entry.onlyByProof ?? 'nobody notices'}`).join('\n')]
      : []),
  ])
}
if (share < goal || unexplained.length > 0) process.exitCode = 1
