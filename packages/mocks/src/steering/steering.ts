import { MockUsageError } from '../contract/errors.ts'
import type { PartnerCenterMock } from '../mock/partner-center-mock.ts'
import { checkSchema, type SchemaDocument } from '../scenario/check-schema.ts'
import scenario from '../scenario/scenario.schema.json' with { type: 'json' }
import { injectPreset, type ScenarioFault } from '../scenario/scenario.ts'
import type { Customer } from '../service/customers.ts'
import type { Clock } from '../time/clock.ts'
import { type Duration, toMilliseconds } from '../time/duration.ts'

/** A command to a running mock: exactly one of these properties. */
export interface Steering {
  /** The duration by which to advance its clock. */
  readonly advance?: Duration
  /** A fault to inject, as a scenario describes one. */
  readonly inject?: ScenarioFault
  /** Customers to add; or to replace all others with: a list, or how many to make up. */
  readonly customers?: { readonly add: readonly Customer[] } | { readonly set: number | readonly Customer[] }
  /** Restores the initial state, except that the clock keeps its time. */
  readonly reset?: true
}

const { customers, faults } = scenario.properties

/** The schema of a command to a running mock, built from the parts of a scenario. */
export const steeringSchema: SchemaDocument = {
  type: 'object',
  additionalProperties: false,
  properties: {
    advance: { $ref: '#/$defs/duration' },
    inject: faults.items,
    customers: {
      type: 'object',
      additionalProperties: false,
      properties: { add: { ...customers, type: 'array' }, set: customers },
    },
    reset: { enum: [true] },
  },
  $defs: scenario.$defs,
}

/** The latest time that a clock can be advanced to: a response could not express a later date. */
const end = Date.UTC(9999, 11, 31)

/**
 * Carries out a command to a running mock.
 *
 * @param request a {@link Steering}
 * @throws MockUsageError if the request is invalid or names something that does not exist. It then has no effect.
 */
export function steer(mock: PartnerCenterMock<Clock>, request: unknown): void {
  const steering = checkSteering(request)
  try {
    carryOut(mock, steering)
  } catch (error) {
    // A duration too large for a number.
    throw error instanceof TypeError ? new MockUsageError(error.message) : error
  }
}

function carryOut(mock: PartnerCenterMock<Clock>, { advance, inject, customers, reset }: Steering): void {
  if (advance !== undefined) advanceClock(mock.clock, advance)
  if (inject !== undefined) injectPreset(mock, inject)
  if (customers !== undefined && 'add' in customers) mock.addCustomers(customers.add)
  else if (customers !== undefined) mock.setCustomers(customers.set)
  if (reset) mock.reset()
}

function checkSteering(request: unknown): Steering {
  const steering = checkSchema<Steering>(steeringSchema, request, 'the request')
  checkOne('the request', steering, steeringSchema.properties)
  if (steering.customers !== undefined) checkOne('customers', steering.customers, { add: true, set: true })
  return steering
}

/** Allows one command at a time, so that each request succeeds or fails as a whole. */
function checkOne(where: string, value: object, known: object = {}): void {
  if (Object.keys(value).length !== 1)
    throw new MockUsageError(`${where} must have one of ${Object.keys(known).join(', ')}`)
}

function advanceClock(clock: Clock, by: Duration): void {
  if (!('advance' in clock) || typeof clock.advance !== 'function')
    throw new MockUsageError('The clock of this mock cannot be advanced; create the mock with one from createClock().')
  if (!(clock.now() + toMilliseconds(by) <= end))
    throw new MockUsageError(`advance must not lead beyond the year 9999, as ${by} does.`)
  clock.advance(by)
}
