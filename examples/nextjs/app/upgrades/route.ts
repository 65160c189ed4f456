import { isPartnerCenterError } from '@partner-upgrades/client'
import { upgrades } from '../../partner-center.ts'

/** Starts the upgrade of a customer, or returns the one it has: in one process, repeating the request is safe. */
export async function POST(request: Request): Promise<Response> {
  const { customerId } = await request.json()
  try {
    return Response.json(await upgrades.ensure({ customerId, productFamily: 'Azure' }), { status: 202 })
  } catch (error) {
    if (!isPartnerCenterError(error)) throw error
    return Response.json(error, { status: 502 })
  }
}
