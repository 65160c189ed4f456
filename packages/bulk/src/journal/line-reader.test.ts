import { expect, test } from 'vitest'
import { longestLine } from './checksum.ts'
import { createLineReader } from './line-reader.ts'

const KiB = 1_024
const MiB = KiB * KiB

/** A reader of bytes in memory, with the size of each read. */
function readerOf(bytes: Buffer, most = Number.POSITIVE_INFINITY) {
  const sizes: number[] = []
  const file = { content: bytes }
  const { read } = createLineReader({
    async read(target, position) {
      sizes.push(target.length)
      return file.content.copy(target, 0, position, Math.min(file.content.length, position + most))
    },
  })
  return { file, sizes, read }
}

async function linesOf(read: ReturnType<typeof readerOf>['read']) {
  const lines: [text: string, position: number][] = []
  const rest = await read((line, position) => void lines.push([line.toString('latin1'), position]))
  return { lines, rest: rest.toString('latin1') }
}

test('each line comes with its position; what follows the last line end is returned', async () => {
  expect(await linesOf(readerOf(Buffer.from('one\n\nthree\nfo')).read)).toEqual({
    lines: [
      ['one', 0],
      ['', 4],
      ['three', 5],
    ],
    rest: 'fo',
  })
})

test('the next call continues after the last line end', async () => {
  const { file, read } = readerOf(Buffer.from('one\ntw'))
  expect(await linesOf(read)).toEqual({ lines: [['one', 0]], rest: 'tw' })
  file.content = Buffer.from('one\ntwo\nthree\n')
  expect(await linesOf(read)).toEqual({
    lines: [
      ['two', 4],
      ['three', 8],
    ],
    rest: '',
  })
})

test('the number of bytes read includes those after the last line end', async () => {
  const reader = createLineReader({
    read: async (target, position) => Buffer.from('one\ntw').copy(target, 0, position),
  })
  expect(reader.seen).toBe(0)
  await reader.read(() => {})
  expect(reader.seen).toBe(6)
})

test('lines are whole however few bytes a read returns', async () => {
  expect(await linesOf(readerOf(Buffer.from('one\ntwo\nthree'), 2).read)).toEqual({
    lines: [
      ['one', 0],
      ['two', 4],
    ],
    rest: 'three',
  })
})

test.for([16 * KiB - 1, 16 * KiB, 16 * KiB + 1, MiB, 3 * MiB])(
  'a line of %i bytes is read as a whole',
  async (size) => {
    const long = 'a'.repeat(size)
    expect(await linesOf(readerOf(Buffer.from(`one\n${long}\nthree\n${long}`, 'latin1')).read)).toEqual({
      lines: [
        ['one', 0],
        [long, 4],
        ['three', size + 5],
      ],
      rest: long,
    })
  },
)

test('a long file is read in few large pieces', async () => {
  const { sizes, read } = readerOf(Buffer.from(`${'a'.repeat(99)}\n`.repeat(80_000)))
  const { lines } = await linesOf(read)
  expect(lines).toHaveLength(80_000)
  expect(sizes.length).toBeLessThan(20)
  expect(sizes.slice(0, 3).map((size) => Math.ceil(size / KiB))).toEqual([16, 32, 64])
  expect(Math.max(...sizes)).toBe(MiB)
})

test('a short file is read in one small piece', async () => {
  const { sizes, read } = readerOf(Buffer.from('one\ntwo\n'))
  await linesOf(read)
  expect(Math.max(...sizes)).toBe(16 * KiB)
})

test('bytes that are longer than any line are passed on before the file has ended', async () => {
  const most = 4 * longestLine
  let given = 0
  const { read } = createLineReader({
    async read(target) {
      // Without an end.
      given += target.length
      target.fill(0x61)
      return target.length
    },
  })
  const taken = read((bytes, position) => {
    expect(position).toBe(0)
    throw new Error(`${bytes.length} bytes without a line end`)
  })
  await expect(taken).rejects.toThrow(`${most} bytes without a line end`)
  expect(given).toBe(most)
})
