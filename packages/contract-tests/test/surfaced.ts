import { type AnyPartnerCenterError, isPartnerCenterError } from '@partner-upgrades/client'
import { expect } from 'vitest'
import type { Cell } from '../src/matrix/cells.ts'
import { publishedFaults, textPattern } from './documented-faults.ts'

/** Returns the error that a call of the client fails with. */
export async function errorOf(promise: Promise<unknown>): Promise<AnyPartnerCenterError> {
  const error = await promise.then(
    () => expect.fail('there was a result instead of an error'),
    (thrown: unknown) => thrown,
  )
  if (!isPartnerCenterError(error)) throw error
  return error
}

/** Whether a response to a create leaves it unknown whether there is an upgrade. */
const isAmbiguous = ({ operation, status }: Cell) =>
  operation === 'createProductUpgrade' && (status === '408' || status.startsWith('5'))

/** Checks the client's error for a response that is not a success, against the published facts. */
export function expectSurfaced(error: AnyPartnerCenterError, cell: Cell): void {
  if (isAmbiguous(cell)) expect(error.name).toBe('OutcomeUnknownError')
  const told = isAmbiguous(cell) ? error.cause : error
  const published = publishedFaults[cell.code ?? '']
  if (published !== undefined) expect(cell.status).toBe(String(published.status))
  const token = published?.token ?? (cell.status === '401' ? 'rejected' : undefined)
  expect(told).toMatchObject({
    status: Number(cell.status),
    ...(token === undefined
      ? { name: 'FaultError', operation: cell.operation, code: published === undefined ? 'unknown' : cell.code }
      : { name: 'AuthenticationError', reason: token }),
    ...(cell.code !== undefined && { serviceCode: cell.code }),
    ...(published?.text !== undefined && { description: expect.stringMatching(textPattern(published.text)) }),
  })
}
