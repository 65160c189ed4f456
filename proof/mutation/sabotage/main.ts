// Introduces the catalogued mistakes, one at a time, in a copy of the workspace, and reports which fast test noticed each.
// Usage: npm run sabotage [-- --only TEXT] [--jobs NUMBER] [--new] [--near]
// --only: those whose area and sentence contain the text; --new: those without a record; --near: runs only the suites
// closest to the file, and records only what they notice.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createWorkspaceCopy } from '../../workspace/workspace-copy.ts'
import { writeSection } from '../write-section.ts'
import { createJudge, type Judge } from './judge.ts'
import { readRecords, type Trial, writeRecords } from './records.ts'
import { goal, scoreOf, toParagraphs } from './report.ts'
import { control, type Listed, readCatalogue } from './sabotage.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    jobs: { type: 'string', default: '1' },
    new: { type: 'boolean', default: false },
    near: { type: 'boolean', default: false },
  },
})

const catalogue = readCatalogue()
const earlier = readRecords()
const queue = catalogue.filter(
  ({ area, sentence }) => `${area}: ${sentence}`.includes(values.only) && !(values.new && earlier[sentence]),
)
const isWhole = queue.length === catalogue.length
let records = earlier

/** @throws Error if a test fails after a harmless change: what it notices would prove nothing. */
async function assertUnnoticed(entry: Listed, judge: Judge['judge']): Promise<void> {
  const { by, file, test } = await judge(entry)
  if (by !== undefined) throw new Error(`${by}, ${file}, "${test}" fails after a change that breaks nothing`)
}

function record({ sentence }: Listed, trial: Trial): void {
  console.log(`${trial.by ?? 'NOBODY'}: ${sentence}${trial.test ? `\n    ${trial.file}: ${trial.test}` : ''}`)
  if (trial.by !== undefined || !values.near) records = writeRecords({ [sentence]: trial }, catalogue)
}

async function work(): Promise<void> {
  const copy = await createWorkspaceCopy()
  try {
    const { judge } = createJudge(copy, earlier, values.near)
    if (isWhole) await assertUnnoticed(control, judge)
    for (let entry = queue.shift(); entry; entry = queue.shift()) record(entry, await judge(entry))
  } finally {
    copy.remove()
  }
}

await Promise.all(Array.from({ length: Math.min(Number(values.jobs), queue.length) }, work))
writeSection(
  join(import.meta.dirname, '../../../bench/results/mutation.md'),
  'The code, broken by hand',
  toParagraphs(catalogue, records),
)
const { tried, noticed, unexplained } = scoreOf(catalogue, records)
console.log(`${noticed} of ${tried} noticed by npm test, of ${catalogue.length} in the catalogue`)
if (noticed < goal * tried || unexplained.length > 0) process.exitCode = 1
