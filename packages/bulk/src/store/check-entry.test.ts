import { guidOf } from '@partner-upgrades/store-proof'
import { createRandom } from '@partner-upgrades/tools/random'
import { expect, test } from 'vitest'
import { ended, rowsOf, setUpJournal } from '../../test/set-up-journal.ts'
import { checkEntry } from './check-entry.ts'
import type { JournalEntry } from './journal-entry.ts'
import type { RecordedEntry } from './store.ts'

const rows = 5
const attempt = {
  operation: 'createProductUpgrade',
  requestId: guidOf(1),
  correlationId: guidOf(2),
  startedAt: '2026-01-01T00:00:00.000Z',
  duration: -3.5,
}
const call = {
  call: 'create',
  requestId: guidOf(1),
  startedAt: '',
  duration: 1.5,
  outcome: 'success',
  attempts: [attempt],
}
const cyclic: Record<string, unknown> = {}
cyclic.self = cyclic

/** Values that callers may pass by mistake or because of an odd response, and well-formed values. */
const values: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -0,
  1,
  3,
  4.5,
  -1,
  255,
  300,
  rows,
  2 ** 53,
  1e300,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  10n,
  Symbol('s'),
  () => 1,
  '',
  'sending',
  guidOf(3),
  guidOf(3).toUpperCase(),
  'half \ud83d of a character',
  `\udc00${'x'.repeat(1_023)}`,
  `${'x'.repeat(1_022)}\u{1f600}\u{1f600}`,
  'x'.repeat(5_000),
  '\n\r\u2028\0"\\{"c":"00000000","l":1,',
  {},
  [],
  [null],
  [1, 2],
  [call],
  [{ ...call, attempts: [null] }],
  [{ ...call, c: '00000000' }],
  [{ c: '00000000', l: 1, ...call }],
  [{ ...call, outcome: undefined }],
  [{ ...call, error: undefined, more: { deep: [{ a: '\ud800' }] } }],
  [{ ...call, at: new Date(0) }],
  [{ ...call, big: 1n }],
  [{ ...call, cyclic }],
  { text: 'No' },
  { text: 5 },
  { text: 'No', code: 5 },
  { text: 'x'.repeat(2_000), code: '1', error: '\ud800' },
  { text: 'No', more: 1 },
  { toJSON: () => ({ text: 'No' }) },
  new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('hostile')
      },
    },
  ),
  new Map(),
  new Date(Number.NaN),
]

const templates: readonly object[] = [
  { is: 'sending', row: 1, requestId: guidOf(1), correlationId: guidOf(2) },
  { is: 'accepted', row: 1, requestId: guidOf(1) },
  { is: 'created', row: 1, upgradeId: guidOf(1), adopted: true, dueIn: 5, calls: [call] },
  { is: 'postponed', row: 1, dueIn: 5, tries: 1, delay: 5, anew: true, reason: { text: 'No' }, calls: [call] },
  { is: 'ended', row: 1, outcome: 'failed', again: true, reason: { text: 'No', code: '1' }, calls: [] },
  {
    is: 'ended',
    row: 1,
    outcome: 'partial',
    again: true,
    lineItems: [{ sourceProduct: { id: '1', name: 'Old' }, targetProduct: {}, status: 'Failed', upgradedDate: '2019' }],
    lineItemsLeftOut: 1,
    calls: [],
  },
  { is: 'again', round: 1 },
  { is: 'again', round: 1, all: true },
]

/** An independent implementation of the truncation, code point by code point. */
function shortened(text: string): string {
  if (text.length <= 1_024) return wellFormed(text)
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > 1_023) break
    kept += character
  }
  return `${wellFormed(kept)}…`
}
const wellFormed = (text: string): string => Buffer.from(text).toString()

/** The JSON form of an entry, with its texts as documented. */
function asDocumented(entry: object): unknown {
  const { reason } = Object(entry)
  const texts =
    reason && Object.fromEntries(Object.entries(reason).map(([name, text]) => [name, shortened(String(text))]))
  const plain = JSON.stringify({ ...entry, ...(reason && { reason: texts }) }, (_, value: unknown) =>
    typeof value === 'string' ? wellFormed(value) : value,
  )
  return JSON.parse(plain)
}

test('every entry is either rejected before it is written or read back unchanged', async () => {
  const random = createRandom(11)
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]
  const { join } = setUpJournal(rows)
  const store = await join()
  const written: unknown[][] = Array.from({ length: rows }, () => [])
  let refused = 0
  for (let round = 0; round < 3_000; round++) {
    const template = pick(templates)
    const entry: Record<string, unknown> = { ...template }
    for (let count = Math.floor(random() * 3); count > 0; count--) {
      const name = random() < 0.9 ? pick(Object.keys(entry)) : pick(['w', 'n', 'c', 'constructor', '__proto__', 'row'])
      Object.defineProperty(entry, String(name), {
        value: pick(values),
        enumerable: true,
        configurable: true,
        writable: true,
      })
    }
    const outcome = await store.append(Object(entry)).catch((error: unknown) => error)
    if (outcome instanceof Error) {
      refused++
      expect(outcome).toMatchObject({ name: 'EntryError', message: expect.stringContaining('Nothing was written') })
    } else if (typeof entry.row === 'number') written[entry.row]?.push(asDocumented(entry))
  }
  const found: unknown[][] = []
  const again = await join()
  for await (const { entries } of again.histories()) found.push(entries.map(withoutPlace))
  expect(found).toEqual(written)
  expect(refused).toBeGreaterThan(500)
  expect(written.flat().length).toBeGreaterThan(500)
})

function withoutPlace({ at, counts, ...entry }: RecordedEntry): unknown {
  return entry
}

test.for([
  [
    { ...ended(1), outcome: 'lost' },
    /An entry "ended" about row 1, counted from 0, cannot be recorded: "outcome" is not an outcome/,
  ],
  [
    { is: 'postponed', row: 1, dueIn: Number.POSITIVE_INFINITY, tries: 0, calls: [] },
    /"dueIn" holds what JSON cannot express/,
  ],
  [{ is: 'postponed', row: 1, dueIn: -1, tries: 0, calls: [] }, /"dueIn" is not a number of milliseconds/],
  [{ is: 'created', row: 1, upgradeId: 'x', adopted: true, dueIn: 0, calls: [] }, /"upgradeId" is not a GUID/],
  [{ ...ended(1), reason: { text: 5 } }, /"reason" is not an object with "text"/],
  [{ ...ended(9) }, /"row" is not one of the 5 of the list/],
  [{ is: 'claimed', rows: [1] }, /only stores write it/],
  [{ is: 'throttled', quietFor: 5 }, /only stores write it/],
  [{ is: 'hello' }, /"is" is not an entry type/],
  [null, /it is not an object/],
] as const)('an error says what is wrong with an entry and that nothing was written: %o', ([entry, message]) => {
  const check = () => checkEntry(Object(entry), rows)
  if (entry !== null) expect(check).toThrow(message)
  expect(check).toThrow(/Nothing was written; end the row as unknown instead\./)
})

test('after a rejected entry, the store still works', async () => {
  const { join } = setUpJournal(rows)
  const store = await join()
  await rowsOf(store, 5)
  const wrong: JournalEntry = { is: 'postponed', row: 1, dueIn: Number.NaN, tries: 0, calls: [] }
  const [first, second, third] = await Promise.allSettled([
    store.append(ended(0)),
    store.append(wrong),
    store.append({ ...ended(1), outcome: 'unknown' }),
  ])
  expect([first, third]).toMatchObject([{ value: true }, { value: true }])
  expect(second).toMatchObject({ reason: { name: 'EntryError', row: 1 } })
})

test('texts within the limit are kept unchanged', () => {
  const text = `${'é\u{1f600}'.repeat(341)}é`
  expect(text).toHaveLength(1_024)
  expect(checkEntry({ ...ended(0), reason: { text } }, rows)).toEqual({ ...ended(0), reason: { text } })
})
