import { expect, test } from 'vitest'
import { createCustomers } from '../../test/customers.ts'
import { ended, path, rowsOf, sending, setUpJournal } from '../../test/set-up-journal.ts'
import { seal } from './checksum.ts'
import { describeDamage } from './damage.ts'

/** The journal of two workers that processed four rows, and of a third one that only opened it, as it is on disk. */
async function journalOfTwo() {
  const journal = setUpJournal(4)
  const [one, two] = [await journal.join(), await journal.join()]
  for (const [row, store] of [one, two, one, two].entries()) {
    await rowsOf(store, 1)
    await store.append(sending(row))
    await store.append(ended(row))
  }
  await one.close()
  await two.close()
  await (await journal.join()).close()
  return { ...journal, text: journal.machine.text(path), lines: journal.machine.text(path).trimEnd().split('\n') }
}

const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le')
const utf16be = (text: string): Buffer => utf16le(text).swap16()
const replaced = (lines: readonly string[], at: number, count: number, ...others: string[]): readonly string[] => [
  ...lines.slice(0, at),
  ...others,
  ...lines.slice(at + count),
]
const joined = (lines: readonly string[], end = '\n'): string => lines.map((line) => line + end).join('')

type Change = (lines: readonly string[]) => string | Uint8Array
const changes: readonly (readonly [string, Change, RegExp])[] = [
  ['Windows line ends', (lines) => joined(lines, '\r\n'), /line 1 has a carriage return.*dos2unix/],
  ['line ends of classic Mac OS', (lines) => joined(lines, '\r'), /line 1 has a carriage return/],
  ['one Windows line end', (lines) => joined(lines).replace('\n{', '\r\n{'), /line 1 has a carriage return/],
  [
    'a Windows line end after the last line',
    (lines) => joined(lines.slice(0, 7)) + joined(lines.slice(7), '\r\n').slice(0, -1),
    /line 8 has a carriage return/,
  ],
  ['a byte order mark', (lines) => `\ufeff${joined(lines)}`, /byte order mark.*Save it as UTF-8 without one/],
  ['UTF-16', (lines) => utf16le(joined(lines)), /converted it to UTF-16/],
  ['UTF-16 with a byte order mark', (lines) => utf16le(`\ufeff${joined(lines)}`), /converted it to UTF-16/],
  ['big-endian UTF-16', (lines) => utf16be(`\ufeff${joined(lines)}`), /converted it to UTF-16/],
  ['an empty line in the middle', (lines) => joined(lines).replace('\n{', '\n\n{'), /line 2 is empty/],
  ['an empty line at the end', (lines) => `${joined(lines)}\n`, /line \d+ is empty/],
  ['an empty line at the start', (lines) => `\n${joined(lines)}`, /line 1 is empty/],
  ['text after the end', (lines) => `${joined(lines)}Kept by Ann\n`, /line \d+ was not written by this program/],
  [
    'text without a line end after the end',
    (lines) => `${joined(lines)}Kept`,
    /line \d+ was not written by this program/,
  ],
  ['spaces after a line', (lines) => joined(lines).replace('}\n', '} \n'), /line 1 was changed or cut/],
  [
    'half a line in the middle',
    (lines) => joined(replaced(lines, 2, 1, lines[2]?.slice(0, 90) ?? '')),
    /line 3 was changed/,
  ],
  ['a changed line', (lines) => joined(lines).replace('"sending"', '"accepted"'), /line \d+ was changed/],
  ['a missing line', (lines) => joined(replaced(lines, 2, 1)), /line 3 does not follow/],
  ['a missing first line', (lines) => joined(lines.slice(1)), /line 1 does not follow/],
  [
    'a missing line right before the last one',
    (lines) => joined(replaced(lines, lines.length - 2, 1)),
    /does not follow/,
  ],
  ['a repeated line', (lines) => joined(replaced(lines, 3, 0, lines[3] ?? '')), /line 5 does not follow/],
  ['a repeated journal', (lines) => joined([...lines, ...lines]), /line \d+ does not follow/],
  ['nothing but zeros', (lines) => Buffer.alloc(joined(lines).length), /only zero bytes/],
  ['nothing but a line end', () => '\n', /line 1 is empty/],
  ['nothing but spaces', () => '  ', /is not a journal/],
]

test.for(changes)('%s: the journal is rejected and left alone before anything is sent', async ([, change, message]) => {
  const { join, machine, lines } = await journalOfTwo()
  machine.write(path, change(lines))
  const before = machine.bytes(path)
  const refused = join()
  await expect(refused).rejects.toMatchObject({ name: 'JournalError' })
  await expect(refused).rejects.toThrow(message)
  await expect(refused).rejects.toThrow(/^journal .*Nothing was sent by this command\. .*Do not start another journal/)
  expect(machine.bytes(path)).toEqual(before)
})

test('lines of another journal of the same list are rejected at any position', async () => {
  const { join, machine, lines } = await journalOfTwo()
  const other = (await journalOfTwo()).lines
  for (let at = 1; at <= lines.length; at++) {
    machine.write(path, joined([...lines.slice(0, at), ...other]))
    await expect(join(), `after line ${at}`).rejects.toThrow(/does not follow the ones before it/)
  }
})

test('two swapped lines are rejected, whichever workers wrote them', async () => {
  const { join, machine, lines } = await journalOfTwo()
  for (let at = 0; at < lines.length - 1; at++) {
    const [one = '', two = ''] = lines.slice(at)
    machine.write(path, joined(replaced(lines, at, 2, two, one)))
    await expect(join(), `lines ${at + 1} and ${at + 2}`).rejects.toThrow(/does not follow the ones before it/)
  }
})

test('any removed line is detected, except the last one', async () => {
  const { join, machine, lines } = await journalOfTwo()
  for (let at = 0; at < lines.length - 1; at++) {
    machine.write(path, joined(replaced(lines, at, 1)))
    await expect(join(), `line ${at + 1}`).rejects.toThrow(/does not follow the ones before it/)
  }
})

test.for([
  'customerId,name\nx,y\n',
  'customerId',
  '{}',
  '{}\n',
  'null\n',
  '[]\n',
  '{"c":"',
  '{"c":"00000000","l":2,{}\n',
  '{"c":"00000000","l":99999999999,"w":1}\n',
])('a file that is not a journal, or the beginning of one, is rejected: %j', async (text) => {
  const { join, machine } = setUpJournal()
  machine.write(path, text)
  const opened = join().then(
    () => 'opened',
    ({ name }: Error) => name,
  )
  expect(await opened).toBe(text === '{"c":"' ? 'opened' : 'JournalError')
})

test('an empty file is a new journal', async () => {
  const { join, machine } = setUpJournal()
  machine.write(path, '')
  expect((await (await join()).progress()).open.new).toBe(10)
})

test('a journal of another list is rejected, even if the lists have the same size', async () => {
  const { join } = setUpJournal(4)
  await (await join()).close()
  await expect(join({ customers: createCustomers(4, 'a'.repeat(64)) })).rejects.toThrow(
    /of another list of customers.*Nothing was sent by this command/,
  )
})

test('a journal of an earlier version is rejected', async () => {
  const { join, machine, lines } = await journalOfTwo()
  const { c, l, ...opened } = JSON.parse(lines[0] ?? '')
  const earlier = seal(
    JSON.stringify({ ...opened, version: 1 })
      .slice(1, -1)
      .concat('}'),
  )
  machine.write(path, joined([earlier, ...lines.slice(1)]))
  await expect(join()).rejects.toThrow(
    /contains something in line 1 that this version does not understand\. .* Use the version of this program that wrote the journal/,
  )
})

const changed = (line: number): string => `is damaged: line ${line} was changed or cut: its checksum does not match`
const strange = (line: number): string => `is damaged: line ${line} was not written by this program`
const restore = 'Restore it from a copy'
const toUtf8 = 'Convert it back to UTF-8 without a byte order mark, or restore it from a copy'

test.for([
  ['\xef\xbb\xbf{"c"', 1, /byte order mark/, 'Save it as UTF-8 without one, or restore it from a copy'],
  ['\xef\xbb\xbf{"c"', 2, strange(2), restore],
  ['\xff\xfea', 1, /converted it to UTF-16/, toUtf8],
  ['\xfe\xffa', 1, /converted it to UTF-16/, toUtf8],
  ['{\0"', 1, /converted it to UTF-16/, toUtf8],
  ['\0{\0', 1, /converted it to UTF-16/, toUtf8],
  ['{\0"', 2, strange(2), restore],
  ['a{\0"', 1, 'is not a journal', 'Name another file for the journal'],
  ['\0\0\0', 1, /only zero bytes/, 'Restore it from a copy, or delete it if nothing was ever sent with it'],
  ['\0\0\0', 2, changed(2), restore],
  ['\0\0a', 1, changed(1), restore],
  ['a\0', 1, 'is not a journal', 'Name another file for the journal'],
  ['a\0', 3, strange(3), restore],
  ['{"c":"0', 1, changed(1), restore],
  ['customerId', 1, 'is not a journal', 'Name another file for the journal'],
  ['', 4, 'is damaged: line 4 is empty', restore],
] as const)('%j in line %i', ([bytes, line, what, remedy]) => {
  const damage = describeDamage(Buffer.from(bytes, 'latin1'), line)
  expect(damage.what).toMatch(what)
  expect(damage.remedy).toBe(remedy)
})
