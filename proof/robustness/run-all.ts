import type { CampaignEntry } from './campaign.ts'
import type { Observation } from './judge/table.ts'
import { buildPrograms } from './machine/programs.ts'

/** Runs conditions in parallel, as long as the sum of their weights is at most `room`, and calls `onDone` for each. */
export async function runAll(
  entries: readonly CampaignEntry[],
  seed: number,
  room: number,
  onDone: (observation: Observation) => void = () => {},
): Promise<readonly Observation[]> {
  const programs = await buildPrograms()
  const waiting = [...entries]
  const running = new Set<Promise<void>>()
  const done: Observation[] = []
  let busy = 0
  try {
    while (waiting.length > 0 || running.size > 0) {
      const next = waiting.find(({ weight }) => busy === 0 || busy + weight <= room)
      if (!next) {
        await Promise.race(running)
        continue
      }
      waiting.splice(waiting.indexOf(next), 1)
      busy += next.weight
      const run = next.run(programs, seed).then((observation) => {
        done.push(observation)
        onDone(observation)
      })
      const lane = run.finally(() => {
        busy -= next.weight
        running.delete(lane)
      })
      running.add(lane)
    }
  } finally {
    await Promise.allSettled(running)
    programs.remove()
  }
  return done.sort((a, b) => order(entries, a) - order(entries, b))
}

function order(entries: readonly CampaignEntry[], { name }: Observation): number {
  return entries.findIndex((entry) => entry.name === name)
}
