import { guidOf } from '@partner-upgrades/store-proof'
import type { RunFacts } from '../src/results/audit.ts'
import type { Result, ResultAttempt } from '../src/results/result.ts'

export const facts: RunFacts = {
  list: 'customers.csv',
  sha256: 'f'.repeat(64),
  customers: 3,
  service: 'https://api.partnercenter.microsoft.com',
  dryRun: false,
  writtenAt: '2026-01-01T00:00:00Z',
}

/** Creates the result of a row. */
export function resultOf(row: number, more: Partial<Result> = {}): Result {
  return {
    line: row + 2,
    customerId: guidOf(row),
    productFamily: 'Azure',
    outcome: 'completed',
    mayRunAgain: false,
    attempts: [],
    calls: [],
    ...more,
  }
}

/** Creates a request with its number as its correlation ID. */
export function attemptOf(number: number, more: Partial<ResultAttempt> = {}): ResultAttempt {
  return {
    operation: 'getProductUpgradeStatus',
    requestId: guidOf(1),
    correlationId: `c${number}`,
    startedAt: new Date(1_000 * number).toISOString(),
    duration: 1,
    ...more,
  }
}
