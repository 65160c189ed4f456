import type { Random } from '../random.ts'
import type { Behaviour, Timing } from './behaviour.ts'
import { commitsLate, commitsSilently, commitsSilentlyAndFails, losesCreate, showsLate } from './doubts.ts'
import { acceptsWithoutName, hidesBehindPage, redirects } from './misleading.ts'
import { hasUpgrade, notEligible, refuses, refusesLater } from './refusals.ts'
import { throttles } from './throttling.ts'

/** Makes a behaviour, with details by chance. */
export type MakeBehaviour = (random: Random, timing: Timing) => Behaviour

const good: MakeBehaviour = () => ({ name: 'good answers' })

const late = [commitsLate, commitsSilently, showsLate] as const

/** All behaviours; those that come late come twice as often. */
export const mixed: readonly MakeBehaviour[] = [
  good,
  refuses,
  notEligible,
  hasUpgrade,
  ...late,
  ...late,
  losesCreate,
  acceptsWithoutName,
  refusesLater,
  hidesBehindPage,
  redirects,
  throttles,
]

/** The same, and one under which a customer may rightly get a second upgrade if a second program asks for it. */
export const forOneProgram: readonly MakeBehaviour[] = [...mixed, commitsSilentlyAndFails]

/** So many customers, with one behaviour after the other. */
export function createCustomers(
  count: number,
  makers: readonly MakeBehaviour[],
  random: Random,
  timing: Timing,
): ReadonlyMap<string, Behaviour> {
  return new Map(
    Array.from({ length: count }, (_, number) => {
      const make = makers[number % makers.length] ?? good
      return [random.guid(), make(random, timing)]
    }),
  )
}
