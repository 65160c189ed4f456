// Breaks the code of packages with Stryker, in a copy of the workspace.
// Usage: npm run mutation [-- client mocks compiler bulk credentials cli] [--files PATTERN,PATTERN] [--concurrency NUMBER] [--fresh]
// With --files, only what matches is tried, and the results are shown and not written down.
// What neither a change of code nor one of tests has touched since the last run is not tried again, but with --fresh.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installSandbox } from '../../sandboxes/install.ts'
import { createMutantWorkspace } from '../mutant-workspace.ts'
import { writeSection } from '../write-section.ts'
import { narrowed, optionsFor, type StrykerReport, scoreOf, stryker, targets } from './stryker.ts'

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    concurrency: { type: 'string', default: '2' },
    files: { type: 'string' },
    fresh: { type: 'boolean', default: false },
  },
})
const chosen = targets.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
const results = join(import.meta.dirname, '../../../bench/results/mutation.md')
const reports = join(import.meta.dirname, '../../reports/stryker')
const goal = 0.85

mkdirSync(reports, { recursive: true })
await installSandbox('stryker')
for (const target of chosen) {
  const copy = await createMutantWorkspace()
  try {
    const folder = join(copy.folder, 'packages', target.name)
    const { exclude, testTimeout } = target
    const test = { include: ['src/**/*.test.ts'], exclude, testTimeout, reporters: [] }
    writeFileSync(
      join(folder, 'stryker.vitest.config.ts'),
      // Tests that need a process of their own are left out, so that none has to be apart from others.
      `import own from './vitest.config.ts'
      export default { ...own, test: { ...own.test, projects: undefined, ...${JSON.stringify(test)} } }`,
    )
    writeFileSync(
      join(folder, 'stryker.config.json'),
      JSON.stringify({
        ...optionsFor(target, 'stryker.vitest.config.ts', Number(values.concurrency)),
        incrementalFile: join(reports, `${target.name}.json`),
        force: values.fresh,
        // What was found out about other files before is kept.
        ...(values.files !== undefined && { mutate: narrowed(target, values.files.split(',')) }),
      }),
    )
    const { status } = spawnSync(process.execPath, [stryker, 'run', 'stryker.config.json'], {
      cwd: folder,
      stdio: 'inherit',
      // Every mutant loads everything anew: what has been compiled once need not be again.
      env: { ...process.env, NODE_COMPILE_CACHE: join(copy.folder, 'compiled') },
    })
    if (status !== 0) throw new Error(`Stryker could not look at ${target.name}.`)
    const report: StrykerReport = JSON.parse(readFileSync(join(reports, `${target.name}.json`), 'utf8'))
    const { killed, survived, ignored, share } = scoreOf(Object.values(report.files).flatMap(({ mutants }) => mutants))
    const rows = Object.entries(report.files).map(([file, { mutants }]) => {
      const score = scoreOf(mutants)
      return `| ${file} | ${score.killed} | ${score.survived} | ${percent(score.share)} |`
    })
    const table = ['| file | noticed | not noticed | share |', '| --- | --: | --: | --: |', ...rows].join('\n')
    if (values.files === undefined)
      writeSection(results, `The code of ${target.title}`, [
        `\`npm run mutation -- ${target.name}\`, by Stryker 10.1.1: ${killed} mutants were noticed, ${survived} were not: ${percent(share)}. Another ${ignored} were left out: they change what is made once, as a file is loaded, and each would take all tests anew.`,
        table,
      ])
    else console.log(table)
    console.log(`${target.name}: ${percent(share)}`)
    if (share < goal) process.exitCode = 1
  } finally {
    copy.remove()
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
