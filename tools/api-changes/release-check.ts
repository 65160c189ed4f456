import { readChangesets } from '@changesets/read'
import { BadInput } from './bad-input.ts'
import { type Promised, promisesOf } from './promises.ts'
import { specName } from './released.ts'
import { toList, toTable } from './report.ts'
import { changesSince, type Since } from './since.ts'

/** The result of the check in Markdown, and whether it has passed. */
export interface Verdict {
  readonly ok: boolean
  readonly text: string
}

/**
 * Checks that the pending changesets promise enough for the changes of the specification.
 *
 * @throws BadInput if that cannot be determined.
 */
export async function checkRelease(root: string, from: Since): Promise<Verdict> {
  const changed = changesSince(root, from)
  if (changed === undefined) {
    return { ok: true, text: `No release of ${specName} is tagged yet: everything is new, and nothing can be broken.` }
  }
  const { since, changes, stale, packages, impact } = changed
  const promises = promisesOf(packages, await pendingChangesets(root), impact)
  const broken = promises.filter(({ kept }) => !kept)
  const parts = [
    `API changes since ${since}:`,
    changes.length === 0 ? 'None.' : toList(changes),
    toTable(promises),
    broken.length === 0 ? 'The changesets promise enough.' : tooLittle(broken),
    ...(stale ? ['packages/spec/src/generated does not match the YAML: run `npm run generate`.'] : []),
  ]
  return { ok: broken.length === 0 && !stale, text: parts.join('\n\n') }
}

async function pendingChangesets(root: string): ReturnType<typeof readChangesets> {
  try {
    return await readChangesets(root)
  } catch (error) {
    const [line] = String(error instanceof Error ? error.message : error).split('\n')
    throw new BadInput(`The changesets cannot be read: ${line}`)
  }
}

function tooLittle(broken: readonly Promised[]): string {
  const wanted = broken.map(({ name, needs }) => `${needs} for ${name}`)
  return `The changesets promise too little: run \`npm run changeset\`, and choose ${wanted.join(', ')}.`
}
