import { createWorkspaceCopy, type WorkspaceCopy } from '../../workspace/workspace-copy.ts'
import type { Mutation } from './mutation.ts'
import { assertSound, judge, nameOfSurvivor, type Verdict } from './verdict.ts'

/** Judges mutations, several at a time, each in a copy of the workspace; calls `tell` with each verdict. */
export async function judgeAll(
  mutations: readonly Mutation[],
  jobs: number,
  tell: (verdict: Verdict) => void,
): Promise<readonly Verdict[]> {
  const queue = mutations.map((mutation, index) => [index, mutation] as const)
  const verdicts: Verdict[] = []
  const work = async (copy: WorkspaceCopy): Promise<void> => {
    try {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const [index, mutation] = next
        const verdict = await judge(mutation, copy)
        tell(verdict)
        verdicts[index] = verdict
      }
    } finally {
      copy.remove()
    }
  }
  const first = await createWorkspaceCopy()
  try {
    await assertSound(first)
  } catch (error) {
    first.remove()
    throw error
  }
  const others = Array.from({ length: jobs - 1 }, async () => work(await createWorkspaceCopy()))
  await Promise.all([work(first), ...others])
  return verdicts
}

/** Returns survivors that are not listed, and listed mutations that did not survive. */
export function findMisplaced(
  verdicts: readonly Verdict[],
  listed: Readonly<Record<string, string>>,
): { readonly unlisted: readonly string[]; readonly noticed: readonly string[] } {
  const survivors = new Set(verdicts.flatMap(nameOfSurvivor))
  const judged = new Set(verdicts.flatMap(({ mutation }) => nameOfSurvivor({ mutation })))
  return {
    unlisted: [...survivors].filter((name) => !Object.hasOwn(listed, name)),
    noticed: Object.keys(listed).filter((name) => judged.has(name) && !survivors.has(name)),
  }
}
