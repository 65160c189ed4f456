import type { OutOfReach } from '../../src/matrix/slots.ts'

const [check, create, follow] = [
  'checkProductUpgradeEligibility',
  'createProductUpgrade',
  'getProductUpgradeStatus',
] as const
const [list, subscriptions, agreements, sign] = [
  'listCustomers',
  'listCustomerSubscriptions',
  'listCustomerAgreements',
  'getDirectSignStatus',
] as const

/**
 * The responses that no state of the simulated service leads to. All others in the contract have to be reached by state; an
 * entry that is reached after all, or that matches no cell, fails the run.
 */
export const outOfReach: readonly OutOfReach[] = [
  { status: '408', reason: 'a request always arrives whole' },
  { status: '412', reason: 'no operation has a condition that could fail' },
  { status: '500', reason: 'the simulation does not break down' },
  { status: '501', reason: 'the simulation knows all operations' },
  { status: '502', reason: 'there is no gateway in front' },
  { status: '503', reason: 'the simulation is always there' },
  { status: '504', reason: 'there is no gateway in front' },
  { name: 'accessDenied', status: '403', reason: 'users have no roles that could be missing' },
  { operation: check, status: '404', reason: 'eligibility is always at its path' },
  { operation: create, status: '404', reason: 'upgrades are always created at this path' },
  { operation: follow, name: 'notFound', reason: 'an upgrade that does not exist has a fault of its own, 900106' },
  ...[list, subscriptions, agreements, sign].map((operation) => {
    return { operation, status: '404', reason: 'a customer that is not there has a fault of its own, 20002' }
  }),
  ...[check, follow, list, subscriptions, agreements, sign, 'listAzureEntitlements'].map((operation) => {
    return { operation, status: '409', reason: 'a request that only reads conflicts with no state' }
  }),
  {
    operation: follow,
    name: 'unsupportedEnvironment',
    reason: 'a condition of customers, which is not checked here',
  },
]
