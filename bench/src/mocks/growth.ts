import { createContractMock, createPartnerCenterMock, describeRejection, toFetch } from '@partner-upgrades/mocks/core'
import { contract } from '@partner-upgrades/spec/contract'
import { asRatio } from '../goals.ts'
import { paragraphs } from '../markdown.ts'
import { type Contender, describeRounds, type Rounds, runRounds } from '../rounds.ts'
import { rateRatio, toRateTable } from './rates.ts'
import { headers, nthGuid, origin } from './request.ts'
import type { Section } from './section.ts'

/** Measures whether the mock slows down with many upgrades, or with many operations. */
export async function measureGrowth(rounds: Rounds): Promise<Section> {
  const stored = await runRounds([amongUpgrades(few), amongUpgrades(many)], rounds)
  const wide = await runRounds([amongOperations(3), amongOperations(wideContract)], rounds)
  return {
    markdown: paragraphs(
      '## Growth',
      'Responses of `partnerCenter.fetch`. Stored upgrades: the status of a random upgrade, then ' +
        'the eligibility of its customer. Operations: the three POSTs of the contract, copied to that many ' +
        'paths, picked at random; `createContractMock`, which keeps no state, responds with an example. ' +
        describeRounds(rounds),
      toRateTable(stored, nameOfUpgrades(few), 'few'),
      toRateTable(wide, nameOfOperations(3), 'three'),
    ),
    goals: [
      {
        claim: (limit) => `With 100,000 stored upgrades there are ${limit} as many responses as with 100`,
        direction: 'at least',
        limit: 0.8,
        measured: rateRatio(stored, nameOfUpgrades(many), nameOfUpgrades(few)),
        format: asRatio,
      },
      {
        claim: (limit) => `Against 1,200 operations a request takes ${limit} the time against three`,
        direction: 'at most',
        limit: 1.5,
        measured: 1 / rateRatio(wide, nameOfOperations(wideContract), nameOfOperations(3)),
        format: asRatio,
      },
    ],
  }
}

const few = 100
const many = 100_000
const wideContract = 1_200
const nameOfUpgrades = (count: number): string => `${count.toLocaleString('en-US')} stored upgrades`
const nameOfOperations = (count: number): string => `${count.toLocaleString('en-US')} operations`

type Ask = (pick: number) => Promise<void>

function amongUpgrades(count: number): Contender {
  const upgrades = Array.from({ length: count }, (_, n) => ({ id: nthGuid(n), customerId: nthGuid(n) }))
  const { fetch } = createPartnerCenterMock({ upgrades })
  const ask: Ask = async (pick) => {
    const guid = nthGuid(pick)
    await post(fetch, `/v1/productUpgrades/${guid}/status`, guid)
    await post(fetch, '/v1/productUpgrades/eligibility', guid)
  }
  return picking(nameOfUpgrades(count), count, 2, ask)
}

function amongOperations(count: number): Contender {
  // Only the POSTs, which all take the same body: the measurement stays the same when the contract gets other operations.
  const own = Object.values(contract.operations).filter(({ method }) => method === 'POST')
  const operations = Array.from({ length: count }, (_, n) => {
    const operation = own[n % own.length]
    if (operation === undefined) throw new Error('The contract has no operations.')
    const group = Math.floor(n / own.length)
    return [
      `${operation.id}${group}`,
      { ...operation, path: `/area${group % 20}/{area}/part${group}${operation.path}` },
    ] as const
  })
  const mock = createContractMock({
    contract: { ...contract, operations: Object.fromEntries(operations) },
    reject: (rejection) => ({ status: rejection.status, body: { description: describeRejection(rejection) } }),
  })
  const fetch = toFetch(mock)
  const guid = nthGuid(1)
  const paths = operations.map(([, { path }]) => path.replace('{area}', 'north').replace('{upgrade-id}', guid))
  return picking(nameOfOperations(count), count, 1, (pick) => post(fetch, paths[pick] ?? '', guid))
}

/** Calls `ask` with pseudo-random numbers below `limit`, the same in each run; `each` is the number of responses per call. */
function picking(name: string, limit: number, each: number, ask: Ask): Contender {
  return {
    name,
    run: async (times) => {
      let random = 1
      for (let n = 0; n < times; n += each) {
        random = (random * 48_271) % 2_147_483_647
        await ask(random % limit)
      }
    },
  }
}

async function post(fetch: typeof globalThis.fetch, path: string, customerId: string): Promise<void> {
  const body = JSON.stringify({ customerId, productFamily: 'Azure' })
  const response = await fetch(origin + path, { method: 'POST', headers, body })
  if (!response.ok) throw new Error(`${path} responded with ${response.status}: ${await response.text()}`)
  await response.text()
}
