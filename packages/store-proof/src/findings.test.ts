import { expect, test } from 'vitest'
import { fatesOf } from './ends.ts'
import { findingsOf } from './findings.ts'
import { createNaiveService } from './naive-service.ts'
import type { WorkersRan, WorkersRun } from './run-workers.ts'

const wanted: WorkersRun = { seed: 1, customers: 6, workers: 2, strikes: 3, strike: () => {} }
const service = createNaiveService({ now: () => 0 })
const right: WorkersRan = { ends: fatesOf(6), strikes: 3, creates: [2, 2], requestIds: new Map(), service }
const paused = { ...wanted, pause: 10_000 }

test.for<[name: string, ran: Partial<WorkersRan>, run: WorkersRun, fair: boolean, findings: readonly string[]]>([
  ['nothing is wrong', {}, wanted, true, []],
  [
    'two upgrades of a customer',
    { service: { ...service, upgrades: new Map([['a', ['1', '2']]]) } },
    wanted,
    false,
    ['1 customers got a second upgrade'],
  ],
  [
    'two request IDs of a customer',
    { requestIds: new Map([['a', new Set(['1', '2'])]]) },
    wanted,
    false,
    ['creates for 1 customers were sent under a second request ID'],
  ],
  [
    'a rejection after a create whose response was lost is no finding',
    { ends: ['ineligible', 'unknown 900105', ...fatesOf(6).slice(2)] },
    wanted,
    false,
    [],
  ],
  [
    'a wrong end',
    { ends: [...fatesOf(4), 'rejected 900105', 'completed'] },
    wanted,
    false,
    ['row 4 ended as "rejected 900105" instead of "completed"'],
  ],
  ['a lost customer', { ends: fatesOf(5) }, wanted, false, ['5 of 6 customers have a result']],
  [
    'fewer strikes than planned',
    { strikes: 2 },
    wanted,
    false,
    ['only 2 of 3 strikes happened: the list has too few customers'],
  ],
  [
    'no pause',
    { pause: { begun: false, requests: 0 } },
    paused,
    false,
    ['the service told no worker to wait: the list has too few customers'],
  ],
  ['a pause that all workers observed', { pause: { begun: true, requests: 0 } }, paused, false, []],
  [
    'a pause that one worker ignored',
    { pause: { begun: true, requests: 1 } },
    paused,
    false,
    ['1 requests were sent while a worker had been told to wait: hold must pause all workers'],
  ],
  [
    'unfair shares',
    { service: { ...service, creates: 10 }, creates: [8, 2] },
    wanted,
    true,
    ['a worker made 2 of 10 creates, which is less than half its share'],
  ],
  ['shares that are fair enough', { service: { ...service, creates: 10 }, creates: [7, 3] }, wanted, true, []],
  [
    'unfair shares where fairness is not required',
    { service: { ...service, creates: 10 }, creates: [10, 0] },
    wanted,
    false,
    [],
  ],
])('%s', ([, ran, run, fair, findings]) => {
  expect(findingsOf({ ...right, ...ran }, run, fair)).toEqual(findings)
})
