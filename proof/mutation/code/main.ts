// Mutates the code of packages with Stryker, in a copy of the workspace.
// Usage: npm run mutation [-- client mocks compiler bulk credentials cli] [--files PATTERN,PATTERN] [--concurrency NUMBER] [--fresh]
// With --files, only matching files are mutated, and the results are shown but not recorded.
// Mutants whose code and tests have not changed since the last run are not tried again, except with --fresh.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installSandbox } from '../../sandboxes/install.ts'
import { createWorkspaceCopy } from '../../workspace/workspace-copy.ts'
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
const goal = 0.88

mkdirSync(reports, { recursive: true })
await installSandbox('stryker')
for (const target of chosen) {
  const copy = await createWorkspaceCopy()
  try {
    const folder = join(copy.folder, 'packages', target.name)
    const { exclude, mutate, testTimeout } = target
    const test = {
      include: ['src/**/*.test.ts'],
      exclude,
      testTimeout,
      reporters: [],
      setupFiles: ['./stryker.setup.ts'],
    }
    writeFileSync(
      join(folder, 'stryker.vitest.config.ts'),
      // Tests that need a separate process are excluded, so that no test has to be isolated. Quick files come first, because the first
      // test that fails ends the trial of a mutant.
      `import { BaseSequencer } from 'vitest/node'
      import own from './vitest.config.ts'
      class QuickestFirst extends BaseSequencer {
        async sort(files) {
          const durationOf = (file) => this.ctx.cache.getTestSpecificationResult(file)?.duration ?? 0
          return [...files].sort((one, other) => durationOf(one) - durationOf(other))
        }
      }
      const sequence = { sequencer: QuickestFirst }
      export default { ...own, test: { ...own.test, projects: undefined, sequence, ...${JSON.stringify(test)} } }`,
    )
    // A file that a test loads, rather than this one, would count as covered by that test alone.
    const patterns = mutate.map((pattern) => pattern.replace(/^!?/, '$&./'))
    writeFileSync(join(folder, 'stryker.setup.ts'), `import.meta.glob(${JSON.stringify(patterns)}, { eager: true })`)
    writeFileSync(
      join(folder, 'stryker.config.json'),
      JSON.stringify({
        ...optionsFor(target, 'stryker.vitest.config.ts', Number(values.concurrency)),
        incrementalFile: join(reports, `${target.name}.json`),
        force: values.fresh,
        // Earlier results for other files are kept.
        ...(values.files !== undefined && { mutate: narrowed(target, values.files.split(',')) }),
      }),
    )
    const { status } = spawnSync(process.execPath, [stryker, 'run', 'stryker.config.json'], {
      cwd: folder,
      stdio: 'inherit',
      // Every mutant reloads all modules: cache what has been compiled.
      env: { ...process.env, NODE_COMPILE_CACHE: join(copy.folder, 'compiled') },
    })
    if (status !== 0) throw new Error(`Stryker failed on ${target.name}.`)
    const report: StrykerReport = JSON.parse(readFileSync(join(reports, `${target.name}.json`), 'utf8'))
    const { killed, survived, ignored, share } = scoreOf(Object.values(report.files).flatMap(({ mutants }) => mutants))
    const rows = Object.entries(report.files).map(([file, { mutants }]) => {
      const score = scoreOf(mutants)
      return `| ${file} | ${score.killed} | ${score.survived} | ${percent(score.share)} |`
    })
    const table = ['| file | killed | survived | share |', '| --- | --: | --: | --: |', ...rows].join('\n')
    if (values.files === undefined)
      writeSection(results, `The code of ${target.title}`, [
        `\`npm run mutation -- ${target.name}\`, by Stryker 10.1.1: ${killed} mutants were killed, ${survived} survived: ${percent(share)}. Another ${ignored} were excluded: they change code that runs once, when a file is loaded, and each would need all tests.`,
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
