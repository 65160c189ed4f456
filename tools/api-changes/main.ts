// `npm run release:check`: checks that the changesets announce versions that suit the changes of the specification.
// Usage: main.ts [--old FILE | --tag TAG] [--root FOLDER]. Exit code: 0 they do, 1 they do not, 2 the check cannot be made.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { BadInput } from './bad-input.ts'
import { checkRelease } from './release-check.ts'
import type { Since } from './since.ts'

try {
  const { root, ...from } = readArguments(process.argv.slice(2))
  const { ok, text } = await checkRelease(root, from)
  console.log(text)
  process.exitCode = ok ? 0 : 1
} catch (error) {
  if (!(error instanceof BadInput)) throw error
  console.error(error.message)
  process.exitCode = 2
}

function readArguments(args: string[]): Since & { readonly root: string } {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({ args, options: { old: text, tag: text, root: text } })
    return { file: values.old, tag: values.tag, root: values.root ?? join(import.meta.dirname, '../..') }
  } catch (error) {
    throw new BadInput(error instanceof Error ? error.message : String(error))
  }
}
