import { type AnyPartnerCenterError, isPartnerCenterError } from '@partner-upgrades/client'
import { expect } from 'vitest'
import type { Cell } from '../src/matrix/cells.ts'
import { publishedFaults, textPattern } from './documented-faults.ts'

/** The error that a call of the client ends with. */
export async function errorOf(promise: Promise<unknown>): Promise<AnyPartnerCenterError> {
  const error = await promise.then(
    () => expect.fail('there was an answer in place of an error'),
    (thrown: unknown) => thrown,
  )
  if (!isPartnerCenterError(error)) throw error
  return error
}

/** After such an answer to a create, nobody knows whether there is an upgrade. */
const isAmbiguous = ({ operation, status }: Cell) =>
  operation === 'createProductUpgrade' && (status === '408' || status.startsWith('5'))

/** What an error of the client has to be for an answer that is no success. What is published is looked up there. */
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
