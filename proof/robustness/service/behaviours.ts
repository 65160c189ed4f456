import type { Random } from '../random.ts'
import type { Behaviour, Timing } from './behaviour.ts'
import { commitsLate, commitsSilently, commitsSilentlyAndFails, losesCreate, showsLate } from './doubts.ts'
import { acceptsWithoutName, hidesBehindPage, redirects } from './misleading.ts'
import { hasUpgrade, notEligible, refuses, refusesLater } from './refusals.ts'
import { throttles } from './throttling.ts'

/** Creates a behaviour with random details. */
export type MakeBehaviour = (random: Random, timing: Timing) => Behaviour

const good: MakeBehaviour = () => ({ name: 'good answers' })

const late = [commitsLate, commitsSilently, showsLate] as const

/** All behaviours; late ones are twice as frequent. */
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

/** The same, and one with which a customer may correctly get a second upgrade if a second program requests it. */
export const forOneProgram: readonly MakeBehaviour[] = [...mixed, commitsSilentlyAndFails]

/** Creates customers, and assigns the behaviours to them in turn. */
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
