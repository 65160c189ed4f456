import { expect, test } from 'vitest'
import { attempt, call, events } from '../../test/entries.ts'
import { findInvalidMember, isEntry, isEvent, isLine, isTime } from './entry-schema.ts'

test.for(Object.entries(events))('%s with all of its members is valid', ([, event]) => {
  expect(findInvalidMember(event)).toBeUndefined()
  expect(isEvent(event)).toBe(true)
})

const count = 'a whole number'
const ms = 'a number of milliseconds'
const truth = 'true or false'
const guid = 'a GUID'
const text = 'a text of at most 1,024 characters'
const long = 'x'.repeat(1_025)
const odd: Readonly<Record<string, readonly unknown[]>> = {
  [count]: ['1', -1, 1.5, 2 ** 53, null, true],
  [ms]: ['1', -1, Number.NaN, 8_640_000_000_000_001, null],
  [truth]: ['true', 1, null],
  [guid]: ['x', 1, null],
  [text]: [1, null, long],
}

type Place = readonly [is: keyof typeof events, name: string, what: string, odd?: readonly unknown[]]
const places: readonly Place[] = [
  ['opened', 'version', '2', [1, 3, '2']],
  ['opened', 'after', count],
  ['opened', 'dryRun', truth],
  ['opened', 'service', 'a text', [1, null]],
  ['opened', 'lease', ms],
  [
    'opened',
    'input',
    'a list',
    [
      null,
      {},
      { ...events.opened.input, name: 1 },
      { ...events.opened.input, rows: -1 },
      { ...events.opened.input, sha256: 1 },
    ],
  ],
  [
    'opened',
    'process',
    'a process',
    [
      null,
      {},
      { ...events.opened.process, pid: -1 },
      { ...events.opened.process, host: 1 },
      { ...events.opened.process, startedAt: 'x' },
      { ...events.opened.process, boot: 1 },
    ],
  ],
  ['claimed', 'rows', 'a list of rows', [1, null, [-1], ['1']]],
  ['gone', 'worker', text],
  ['handedOver', 'after', count],
  ['handedOver', 'handOver', guid],
  ['handedOver', 'fleet', guid],
  ['handedOver', 'list', text],
  ['handedOver', 'partner', text],
  ['throttled', 'quietFor', ms],
  ['again', 'round', count],
  ['again', 'all', truth],
  ['sending', 'row', count],
  ['sending', 'requestId', guid],
  ['sending', 'correlationId', text],
  ['accepted', 'row', count],
  ['accepted', 'requestId', guid],
  ['created', 'row', count],
  ['created', 'upgradeId', guid],
  ['created', 'adopted', truth],
  ['created', 'dueIn', ms],
  ['postponed', 'row', count],
  ['postponed', 'dueIn', ms],
  ['postponed', 'tries', count],
  ['postponed', 'delay', ms],
  ['postponed', 'anew', truth],
  ['ended', 'row', count],
  ['ended', 'outcome', 'an outcome', ['lost', 1, null]],
  ['ended', 'again', truth],
  ['ended', 'lineItemsLeftOut', count],
  ...(['postponed', 'ended'] as const).map(
    (is): Place => [
      is,
      'reason',
      `an object with "text" and perhaps "code" and "error", each ${text}`,
      [
        null,
        'No',
        {},
        { text: 1 },
        { text: long },
        { text: '', code: 1 },
        { text: '', error: long },
        { text: '', more: 1 },
      ],
    ],
  ),
  [
    'ended',
    'lineItems',
    'a list of line items',
    [
      ...[
        null,
        {},
        [null],
        ['x'],
        [{ status: 1 }],
        [{ status: long }],
        [{ upgradedDate: 1 }],
        [{ sourceProduct: 'x' }],
      ],
      ...[
        [{ sourceProduct: null }],
        [{ sourceProduct: { id: 1 } }],
        [{ targetProduct: { name: 1 } }],
        [{ reason: {} }],
      ],
      [{ reason: null }],
    ],
  ],
  ...(['created', 'postponed', 'ended'] as const).map(
    (is): Place => [
      is,
      'calls',
      'a list of recorded calls',
      [
        ...[null, {}, [null], [{ ...call, call: 1 }], [{ ...call, requestId: 1 }], [{ ...call, startedAt: 1 }]],
        ...[
          [{ ...call, duration: '1' }],
          [{ ...call, outcome: 1 }],
          [{ ...call, attempts: {} }],
          [{ ...call, attempts: [null] }],
        ],
        ...Object.keys(attempt).map((name) => [{ ...call, attempts: [{ ...attempt, [name]: null }] }]),
      ],
    ],
  ),
]

test.for(places)('$0 with an odd "$1" says that it is not $2', ([is, name, what, values = odd[what] ?? []]) => {
  expect(values.length).toBeGreaterThan(0)
  for (const value of values)
    expect([value, findInvalidMember({ ...events[is], [name]: value })]).toEqual([value, `"${name}" is not ${what}`])
})

test('a member is missing, or is not known', () => {
  expect(findInvalidMember({ ...events.sending, requestId: undefined })).toBe('"requestId" is not a GUID')
  expect(findInvalidMember({ ...events.alive, more: 1 })).toBe('"more" is not known')
  expect(findInvalidMember({ ...events.ended, more: 1 })).toBe('"more" is not known')
  for (const is of [undefined, 'odd', 1, 'constructor'])
    expect(findInvalidMember({ is })).toBe('"is" is not an entry type')
})

test('texts may have 1,024 characters, and times may be those of a date', () => {
  expect(findInvalidMember({ ...events.gone, worker: 'x'.repeat(1_024) })).toBeUndefined()
  expect([0, 8_640_000_000_000_000].map(isTime)).toEqual([true, true])
  expect([-1, 8_640_000_000_000_001, Number.NaN, '1'].map(isTime)).toEqual([false, false, false, false])
})

test('entries are about a row or the run', () => {
  const entries = Object.values(events).filter((event) => isEntry(event))
  expect(entries.map(({ is }) => is)).toEqual([...['again', 'sending', 'accepted', 'created', 'postponed', 'ended']])
})

test.for([
  [{}, true],
  [{ p: '0123abcd', set: -5 }, true],
  [{ w: 1 }, false],
  [{ n: -1 }, false],
  [{ p: '0123ABCD' }, false],
  [{ p: '0123abcde' }, false],
  [{ p: 'x0123abcd' }, false],
  [{ at: -1 }, false],
  [{ set: '5' }, false],
  [{ set: Number.NaN }, false],
  [{ more: 1 }, false],
  [{ is: 'odd' }, false],
] as const)('a line with %j is valid: %s', ([change, valid]) => {
  expect(isLine({ w: 'w', n: 1, at: 0, is: 'alive', ...change })).toBe(valid)
})

test.for([undefined, null, 1, 'alive', []])('%j is not a line', (value) => {
  expect(isLine(value)).toBe(false)
})
