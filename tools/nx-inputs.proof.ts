import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readPlan } from './nx-plan.ts'
import { workspace } from './workspace-copy.ts'
import { workspaceFolders } from './workspaces.ts'

const tsc = join(workspace, 'node_modules/@typescript/native/bin/tsc')

interface Checked {
  readonly name: string
  readonly folder: string
  /** The arguments of `tsc`. */
  readonly words: readonly string[]
}

const checked = workspaceFolders(workspace).flatMap((folder): readonly Checked[] => {
  const { name, scripts = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const [program, ...words] = String(scripts.typecheck ?? '').split(' ')
  return program === 'tsc' ? [{ name, folder, words }] : []
})

/** The files of the workspace that type checking reads, generated ones included. */
function filesRead({ folder, words }: Checked): readonly string[] {
  const output = execFileSync(process.execPath, [tsc, ...words, '--listFilesOnly'], { cwd: folder, encoding: 'utf8' })
  return output
    .split('\n')
    .filter((file) => file !== '' && !file.includes('/node_modules/') && existsSync(file))
    .map((file) => relative(workspace, file))
}

let plan: Readonly<Record<string, readonly string[]>>

beforeAll(async () => {
  plan = await readPlan(['typecheck'])
})

describe('type checking reruns when a file that it reads changes', () => {
  test.for(checked.map((each) => [each.name, each] as const))('%s', ([name, each]) => {
    const inputs = new Set(plan[`${name}:typecheck`])
    const files = filesRead(each)
    expect(files.filter((file) => !inputs.has(`file:${file}`))).toEqual([])
    expect(files.length).toBeGreaterThan(1)
  })
})
