// Mutates the specification in many small ways, in copies of the workspace, and reports which suite notices.
// Usage: npm run mutation:spec -w @partner-upgrades/proof --
//   [--per-operator NUMBER] [--seed NUMBER] [--jobs NUMBER] [--only TEXT]… [--write] [--resume]
// With --only, runs the mutations whose names contain one of the texts, and writes the results into a separate section.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeSection } from '../write-section.ts'
import { mutationsOf, sample } from './mutate.ts'
import { nameOf } from './mutation.ts'
import { scoreOf, toTable } from './report.ts'
import { findMisplaced, judgeAll } from './run.ts'
import { openVerdictFile } from './verdict-file.ts'

const { values } = parseArgs({
  options: {
    'per-operator': { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    only: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
    resume: { type: 'boolean', default: false },
  },
})
const workspace = join(import.meta.dirname, '../../..')
const survivorsFile = join(import.meta.dirname, 'survivors.json')
const listed: Readonly<Record<string, string>> = JSON.parse(readFileSync(survivorsFile, 'utf8'))

const { only } = values
const all = mutationsOf(join(workspace, 'packages', 'spec')).filter(
  (mutation) => only.length === 0 || only.some((text) => nameOf(mutation).includes(text)),
)
const chosen = sample(all, Number(values['per-operator']), Number(values.seed))
const start = performance.now()
const noted = openVerdictFile(join(import.meta.dirname, '../../reports/mutations.jsonl'), chosen, values.resume)
const before = new Map(noted.known.map((verdict) => [verdict.mutation, verdict]))
console.log(`${chosen.length} of ${all.length} mutations, ${before.size} of them judged before`)
const left = chosen.filter((mutation) => !before.has(mutation))
const judged = await judgeAll(left, Number(values.jobs), (verdict) => {
  noted.note(verdict)
  console.log(`${verdict.killer ?? 'NOBODY'}\t${nameOf(verdict.mutation)}\t${verdict.by ?? ''}`)
})
const now = new Map(judged.map((verdict) => [verdict.mutation, verdict]))
const verdicts = chosen.flatMap((mutation) => before.get(mutation) ?? now.get(mutation) ?? [])
const { made, compiled, killed, share } = scoreOf(verdicts)
const minutes = ((performance.now() - start) / 60_000).toFixed(1)
const summary = `${made} mutations of ${all.length}, of which ${compiled} compile; ${killed} of these were noticed (${(share * 100).toFixed(1)} %)${before.size > 0 ? '' : `, in ${minutes} minutes`}.`
console.log(`\n${toTable(verdicts)}\n\n${summary}`)

const { unlisted, noticed } = findMisplaced(verdicts, listed)
for (const name of unlisted) console.error(`not noticed, and survivors.json gives no reason: ${name}`)
for (const name of noticed) console.error(`noticed, so remove it from survivors.json: ${name}`)
if (unlisted.length + noticed.length > 0 || share < 0.95) process.exitCode = 1

if (values.write) {
  const survivors = verdicts.filter(({ killer }) => killer === undefined).map(({ mutation }) => nameOf(mutation))
  const reasons = survivors.map((name) => `- ${name}: ${listed[name] ?? 'no reason yet'}`)
  const narrowed = only.map((text) => ` --only '${text}'`).join('')
  const heading = only.length === 0 ? 'The specification' : 'The specification: a part of it'
  writeSection(join(workspace, 'bench', 'results', 'mutation.md'), heading, [
    `\`npm run mutation:spec -w @partner-upgrades/proof -- --per-operator ${values['per-operator']} --seed ${values.seed}${narrowed} --write\``,
    summary,
    'Each mutation is made in a copy of the workspace, and everything is regenerated from its YAML. A column counts the mutations that it noticed first; mutations that no longer compile do not count in the share.',
    toTable(verdicts),
    `Not noticed:\n\n${reasons.join('\n') || '- none'}`,
  ])
}
