// Runs the suite, prints what it has shown of the contract, and writes the report as JSON, JUnit XML and HTML.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isGood, type Report } from '../src/report/report.ts'
import { renderReport } from '../src/report/terminal.ts'
import { writeReport } from '../src/report/write.ts'
import { lastMeasured } from './last-measured.ts'

const folder = join(import.meta.dirname, '..')
const root = join(folder, '..', '..')
const recorded = join(folder, 'reports', 'contract.json')

// The report of an earlier run must not pass for this one's; nx restores it if nothing has changed.
rmSync(recorded, { force: true })
const nx = join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js')
const { stdout } = spawnSync(process.execPath, [nx, 'run', '@partner-upgrades/contract-tests:test'], { cwd: root })
if (!existsSync(recorded)) {
  console.error(`${stdout}\nThe suite has written no report.`)
  process.exit(2)
}
const shown: Report = JSON.parse(readFileSync(recorded, 'utf8'))
const mutations = lastMeasured(readFileSync(join(root, 'bench', 'results', 'mutation.md'), 'utf8'))
const report: Report = { ...shown, figures: [...shown.figures, ...mutations] }
console.log(renderReport(report))
console.log('')
for (const [form, name] of [
  ['json', 'report.json'],
  ['junit', 'report.xml'],
  ['html', 'report.html'],
] as const) {
  const file = join(folder, 'reports', 'contract', name)
  writeReport(report, form, file)
  console.log(file)
}
process.exitCode = isGood(report) ? 0 : 1
