import { expect, test } from 'vitest'
import { ended, path, rowsOf, sending, setUpJournal } from '../../test/set-up-journal.ts'

/** A journal of two rows, whose last line says that row 0 has ended. */
async function journalAndLastLine() {
  const journal = setUpJournal(2)
  const store = await journal.join()
  await rowsOf(store, 1)
  await store.append(sending(0))
  const before = journal.machine.text(path)
  await store.append({ ...ended(0), reason: { text: 'It says {"c":"{ and \u2028' } })
  const line = Buffer.from(journal.machine.text(path).slice(before.length))
  return { ...journal, before: Buffer.from(before), line }
}

test('any fragment of a last line is ignored, and the journal continues', async () => {
  const { join, machine, before, line } = await journalAndLastLine()
  for (let length = 0; length < line.length - 1; length++) {
    machine.write(path, Buffer.concat([before, line.subarray(0, length)]))
    const store = await join()
    expect((await store.progress()).open, `${length} bytes`).toMatchObject({ new: 1, sent: 1 })
    expect(await rowsOf(store, 2)).toEqual([1])
    await store.append(ended(1))
    await store.close()
    expect(await (await join()).progress(), `${length} bytes`).toMatchObject({
      open: { sent: 1 },
      ended: { completed: 1 },
    })
  }
})

test('several workers may each leave a partial line, one after the other', async () => {
  const { join, machine, before, line } = await journalAndLastLine()
  for (const lengths of [[3], [1, 6], [7, 2], [60, 5, 4], [22, 23, 24], [line.length - 2, 1, 1, 1]]) {
    const torn = [line.length - 9, ...lengths].map((length) => line.subarray(0, length))
    machine.write(path, Buffer.concat([before, ...torn]))
    await (await join()).close()
    expect((await (await join()).progress()).open, lengths.join()).toMatchObject({ new: 1, sent: 1 })
  }
})

test('a line that lacks only its line end counts, and so does the one after it', async () => {
  const { join, machine, before, line } = await journalAndLastLine()
  machine.write(path, Buffer.concat([before, line.subarray(0, -1)]))
  const second = await join()
  expect((await second.progress()).ended.completed).toBe(1)
  expect(await rowsOf(second, 2)).toEqual([1])
  await second.close()
  const third = await join()
  expect(await third.progress()).toMatchObject({ open: { new: 1 }, ended: { completed: 1 } })
  const histories: unknown[] = []
  for await (const { entries } of third.histories()) histories.push(entries.map(({ is, counts }) => [is, counts]))
  expect(histories).toEqual([
    [
      ['sending', true],
      ['ended', true],
    ],
    [],
  ])
})

test.for([
  ['its last byte was changed', (line: string) => `${line.slice(0, -1)}]`],
  ['its checksum was changed', (line: string) => line.replace(/"c":"./, '"c":"g')],
  ['its length was raised', (line: string) => line.replace(/"l":\d+/, '"l":999')],
  ['its length was raised by one', (line: string) => line.replace(/"l":(\d+)/, (_, l) => `"l":${Number(l) + 1}`)],
  ['its length was lowered by one', (line: string) => line.replace(/"l":(\d+)/, (_, l) => `"l":${Number(l) - 1}`)],
  ['something follows it', (line: string) => `${line} `],
] as const)('a line that lacks its line end is rejected if %s', async ([, change]) => {
  const { join, machine, before, line } = await journalAndLastLine()
  machine.write(path, before.toString() + change(line.toString().slice(0, -1)))
  await expect(join()).rejects.toMatchObject({ name: 'JournalError' })
})

test('zeros left by a power cut are skipped, after complete and after torn lines', async () => {
  const { join, machine, before, line } = await journalAndLastLine()
  for (const length of [0, 3, 50, line.length - 1]) {
    machine.write(path, Buffer.concat([before, line.subarray(0, length), Buffer.alloc(4_096)]))
    await (await join()).close()
    const { open, ended: outcomes } = await (await join()).progress()
    expect([open.sent, outcomes.completed], `${length} bytes`).toEqual(length === line.length - 1 ? [0, 1] : [1, 0])
  }
})

test('a worker may start while another is writing its first line', async () => {
  const { join, machine } = setUpJournal(2)
  await (await join()).close()
  const [line = ''] = machine.text(path).split('\n')
  for (const length of [0, 1, 6, 30, 100]) {
    machine.write(path, line.slice(0, length))
    expect((await (await join()).progress()).rows, `${length} bytes`).toBe(2)
  }
})
