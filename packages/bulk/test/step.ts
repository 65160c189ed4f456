import { createProductUpgradesClient, FaultError, type ProductUpgradesClient } from '@partner-upgrades/client'
import { guidOf } from '@partner-upgrades/store-proof'
import { processRow, type Tools } from '../src/run/process-row.ts'
import type { Work } from '../src/store/store.ts'
import { attemptOf } from './results.ts'

export const { signal } = new AbortController()
export const [customerId, upgradeId, requestId] = [guidOf(0), guidOf(5), guidOf(6)]
export const fresh: Work = { row: 0, customerId, productFamily: 'Azure', stage: 'new', tries: 0 }
export const sent: Work = { ...fresh, stage: 'sent', requestId }
export const created: Work = { ...fresh, stage: 'created', upgradeId, age: 0 }
export const eligible = { customerId, productFamily: 'Azure', isEligible: true }

/** Takes a step with a client of which some methods are replaced. */
export function take(work: Work, methods: object, more: Partial<Tools> = {}) {
  const calls: unknown[] = []
  const client: ProductUpgradesClient = {
    ...createProductUpgradesClient({ credential: 'token' }),
    checkEligibility: async () => eligible,
    create: () => Promise.reject(new Error('No create is expected')),
    ...Object.fromEntries(
      Object.entries(methods).map(([name, answer]) => [
        name,
        async (...words: unknown[]) => {
          calls.push([name, ...words])
          if (answer instanceof Error) throw answer
          return answer
        },
      ]),
    ),
  }
  let noted = 0
  const note = (id = `note ${++noted}`): string => id
  const tools: Tools = { client, dryRun: false, followFor: 86_400_000, firstLook: 30_000, notice: () => true, ...more }
  return { verdict: processRow(work, tools, { signal, note }), calls }
}

export const fault = (status: number, more: object = {}): FaultError => new FaultError('no', { status, ...more })
export const createAttempt = (more: object = {}) => ({
  attempts: [attemptOf(1, { operation: 'createProductUpgrade', ...more })],
})
