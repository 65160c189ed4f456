// Releases a copy of the workspace, changes its API, and checks the verdict of `npm run release:check`.
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishedPackages } from '../packages/published.ts'
import { copyWorkspace } from '../workspace-copy.ts'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'release-check-'))
const copy = join(folder, 'workspace')
const eligibility = 'packages/spec/components/schemas/ProductUpgradesEligibility.yaml'
const built = ['spec', 'client', 'mocks', 'contract-tests'].map((name) => `@partner-upgrades/${name}`)
let version = ''

beforeAll(async () => {
  await copyWorkspace(copy)
  await git('config', 'user.name', 'Nobody')
  await git('config', 'user.email', 'nobody@localhost')
  for (const file of readdirSync(join(copy, '.changeset')))
    if (file.endsWith('.md')) rmSync(join(copy, '.changeset', file))
  version = JSON.parse(readFileSync(join(copy, 'packages/spec/package.json'), 'utf8')).version
  const { stdout } = await git('tag')
  for (const tag of stdout.split('\n').filter(Boolean)) await git('tag', '--delete', tag)
  await commit()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function git(...args: readonly string[]) {
  return run('git', args, { cwd: copy })
}

async function commit(): Promise<void> {
  await git('add', '--all')
  await git('commit', '--quiet', '--allow-empty', '--no-verify', '--message', 'As it stands')
}

interface Outcome {
  readonly code: number
  readonly output: string
}

function check(...args: readonly string[]): Promise<Outcome> {
  return run('npm', ['run', '--silent', 'release:check', '--', ...args], { cwd: copy }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code, output: stdout + stderr }),
  )
}

/** Changes a file while `during` runs, and restores it. */
async function changed<T>(file: string, change: (text: string) => string, during: () => Promise<T>): Promise<T> {
  const path = join(copy, file)
  const original = readFileSync(path, 'utf8')
  const text = change(original)
  expect(text, `${file} is changed`).not.toBe(original)
  writeFileSync(path, text)
  try {
    return await during()
  } finally {
    writeFileSync(path, original)
  }
}

async function promised<T>(bump: string, during: () => Promise<T>): Promise<T> {
  const file = join(copy, '.changeset/a-change.md')
  writeFileSync(
    file,
    `---\n${publishedPackages(copy)
      .map(({ manifest }) => `"${manifest.name}": ${bump}\n`)
      .join('')}---\n\nA change.\n`,
  )
  try {
    return await during()
  } finally {
    rmSync(file, { force: true })
  }
}

const withoutReason = (text: string) => text.replace(/^ {2}reason:\n(?: {4}.*\n)+/m, '')
const withUrgency = (text: string) =>
  text.replace(/^properties:\n/m, '$&  urgency:\n    type: string\n    description: How urgent it is.\n')

test('before the first release everything is new', async () => {
  expect(await check()).toEqual({ code: 0, output: expect.stringContaining('everything is new') })
})

test('right after a release, nothing has changed', async () => {
  await git('tag', `@partner-upgrades/spec@${version}`)
  const { code, output } = await check()
  expect(output).toContain(`API changes since @partner-upgrades/spec@${version}:\n\nNone.`)
  expect(code).toBe(0)
})

test('an undeclared breaking change fails, and is named with the versions it needs', async () => {
  const { code, output } = await changed(eligibility, withoutReason, () => check())
  expect(output).toContain('- **breaking** checkProductUpgradeEligibility 200: `reason` is gone')
  for (const name of built) expect(output).toContain(`major for ${name}`)
  expect(code).toBe(1)
})

test('a breaking change that is declared as a feature fails', async () => {
  const { code, output } = await promised('minor', () => changed(eligibility, withoutReason, () => check()))
  expect(output).toMatch(/@partner-upgrades\/client +\| [\d.]+ +\| major +\| minor +\| \*\*too little\*\*/)
  expect(code).toBe(1)
})

test('a declared breaking change fails only until it is generated', async () => {
  const ungenerated = await promised('major', () => changed(eligibility, withoutReason, () => check()))
  expect(ungenerated).toEqual({ code: 1, output: expect.stringContaining('run `npm run generate`') })
  expect(ungenerated.output).toContain('The changesets promise enough.')
})

test('a feature needs a minor version', async () => {
  const { code, output } = await changed(eligibility, withUrgency, () => check())
  expect(output).toContain('- **feature** checkProductUpgradeEligibility 200: `urgency` is new')
  expect(output).toContain('minor for @partner-upgrades/spec')
  expect(code).toBe(1)
})

test('a release lists its changes in the changelog, and its version follows semantic versioning', async () => {
  writeFileSync(join(copy, eligibility), withoutReason(readFileSync(join(copy, eligibility), 'utf8')))
  await run('npm', ['run', 'generate'], { cwd: copy })
  await promised('major', async () => {
    expect(await check()).toMatchObject({ code: 0 })
    await run(join(copy, 'node_modules/.bin/node'), [join(copy, 'node_modules/.bin/changeset'), 'version'], {
      cwd: copy,
    })
  })
  await run(
    join(copy, 'node_modules/.bin/node'),
    ['--conditions=@partner-upgrades/source', 'tools/api-changes/changelog.ts'],
    { cwd: copy },
  )
  const changelog = readFileSync(join(copy, 'packages/spec/CHANGELOG.md'), 'utf8')
  expect(changelog).toMatch(
    /^## \d+\.0\.0\n\n### API changes\n\n- \*\*breaking\*\* .*`reason` is gone\n\n### Major Changes/m,
  )
  expect(await check()).toMatchObject({ code: 0, output: expect.stringContaining('promise enough') })
  await commit()
  const next = `@partner-upgrades/spec@${Number.parseInt(version, 10) + 1}.0.0`
  await git('tag', next)
  expect((await check()).output).toContain(`API changes since ${next}:\n\nNone.`)
})

test('a tag that cannot be read is one line and exit code 2', async () => {
  const line = /^The tag nowhere cannot be read: [^\n]+\n$/
  expect(await check('--tag', 'nowhere')).toEqual({ code: 2, output: expect.stringMatching(line) })
})
