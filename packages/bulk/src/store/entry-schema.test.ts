import { guidOf } from '@partner-upgrades/store-proof'
import { expect, test } from 'vitest'
import { accepted, ended, path, rowsOf, sending, setUpJournal } from '../../test/set-up-journal.ts'
import { seal } from '../journal/checksum.ts'
import { readLineWithCalls } from '../journal/line-format.ts'
import type { Line } from './journal-line.ts'

/** The members of one line of each kind. */
async function oneOfEachKind(): Promise<readonly object[]> {
  const { join, joinAs, machine } = setUpJournal(4)
  const mortal = machine.start(Number.POSITIVE_INFINITY)
  await joinAs(mortal)
  mortal.kill()
  const store = await join()
  await rowsOf(store, 4)
  const calls = [
    { call: 'create', requestId: guidOf(0), attempts: [], startedAt: '', duration: 1, outcome: 'success' },
  ] as const
  await store.append(sending(0))
  await store.append(accepted(0))
  await store.append({ is: 'created', row: 0, upgradeId: guidOf(7), adopted: false, dueIn: 0, calls })
  await store.append({
    is: 'postponed',
    row: 1,
    dueIn: 0,
    tries: 1,
    delay: 1,
    anew: true,
    reason: { text: 'No' },
    calls,
  })
  await store.append({
    ...ended(2),
    reason: { text: 'No', code: '20002' },
    lineItems: [{ sourceProduct: { id: '1' }, status: 'Failed', reason: { text: 'No' } }],
    lineItemsLeftOut: 1,
  })
  await store.hold(1)
  await store.append({ is: 'again', round: 1 })
  await store.renew()
  await store.close()
  const lines: readonly object[] = machine
    .text(path)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  return [...new Map(lines.map((line) => [Reflect.get(line, 'is'), line])).values()]
}

function read({ c, l, ...members }: Readonly<Record<string, unknown>>): Line | undefined {
  return readLineWithCalls(Buffer.from(seal(JSON.stringify(members).slice(1))))
}

test('a line with a missing or mistyped member is rejected, although its checksum matches', async () => {
  const lines = await oneOfEachKind()
  expect(lines).toHaveLength(12)
  const passed: string[] = []
  for (const line of lines) {
    const members: Readonly<Record<string, unknown>> = { ...line }
    expect(read(members)).toBeDefined()
    expect(read({ ...members, another: 1 })).toBeUndefined()
    for (const key of Object.keys(members).filter((name) => !['c', 'l'].includes(name))) {
      const isText = /^(w|worker|service|correlationId)$/.test(key)
      for (const other of [undefined, null, {}, [null], -1, 1e300, ...(isText ? [] : [''])]) {
        if (read({ ...members, [key]: other })) passed.push(`${members.is}: ${JSON.stringify(other) ?? 'no'} ${key}`)
      }
    }
  }
  const missing = [...new Set(lines.map((line) => `${Reflect.get(line, 'is')}: no p`))]
  expect(passed.sort()).toEqual(
    [
      ...missing,
      'postponed: no delay',
      'postponed: no anew',
      'postponed: no reason',
      'ended: no reason',
      'ended: no lineItems',
      'ended: no lineItemsLeftOut',
    ].sort(),
  )
})
