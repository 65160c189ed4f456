import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { guidOf } from '@partner-upgrades/store-proof'
import { expect, onTestFinished, test } from 'vitest'
import { createAudit } from './audit.ts'
import { verifyAudit } from './verify-audit.ts'

const csv = 'line,customerId\r\n'

/** Writes an audit file of five customers, lines 1 to 8, next to the file that it names. */
function writeAudit(
  change: (lines: readonly string[]) => readonly string[] = (lines) => lines,
  end = '\n',
  named = 'customers.results.csv',
) {
  const folder = mkdtempSync(join(tmpdir(), 'audit-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const audit = createAudit({
    list: 'customers.csv',
    sha256: 'f'.repeat(64),
    customers: 5,
    service: 'https://api.partnercenter.microsoft.com',
    dryRun: false,
    writtenAt: '2026-11-29T00:00:00.000Z',
  })
  const customers = Array.from({ length: 5 }, (_, row) =>
    audit.line({
      line: row + 2,
      customerId: guidOf(row),
      productFamily: 'Azure',
      name: `Müller ${row}`,
      outcome: 'completed',
      mayRunAgain: false,
      attempts: [],
      calls: [],
    }),
  )
  const file = audit.file(named, createHash('sha256').update(csv).digest('hex'))
  const lines = [audit.header, ...customers, file, audit.seal()].map((line) => line.trimEnd())
  writeFileSync(join(folder, 'customers.results.csv'), csv)
  const path = join(folder, 'customers.audit.jsonl')
  writeFileSync(path, change(lines).join(end) + end)
  return { path, folder }
}

const problemsOf = async (...given: Parameters<typeof writeAudit>): Promise<readonly string[]> => {
  const { problems, sealed } = await verifyAudit(writeAudit(...given).path)
  expect(sealed).toBe(problems.length === 0)
  return problems.map(({ line, text }) => (line === undefined ? text : `line ${line} ${text}`))
}

test('an unchanged audit file is sealed, and so are the files next to it', async () => {
  expect(await verifyAudit(writeAudit().path)).toEqual({
    sealed: true,
    problems: [],
    customers: 5,
    list: 'customers.csv',
    writtenAt: '2026-11-29T00:00:00.000Z',
    seal: expect.stringMatching(/^[\da-f]{64}$/),
    files: [{ name: 'customers.results.csv', state: 'unchanged' }],
  })
})

test('a missing line end at the end of the file does not break the seal', async () => {
  const { path, folder } = writeAudit()
  const other = join(folder, 'other.jsonl')
  writeFileSync(other, readFileSync(path, 'utf8').trimEnd())
  expect((await verifyAudit(other)).sealed).toBe(true)
})

const edit = (line: string): string => line.replace('Müller', 'Mueller')
test.for([1, 2, 3, 4, 5, 6, 7, 8])('a change in line %i is located', async (number) => {
  for (const change of [
    (line: string) => line.replace('"number":', '"number": '),
    (line: string) => line.replace(/.{20}$/, 'x'),
    (line: string) => line.replace(/[\da-f](?="\}$)/, (digit) => (digit === '0' ? '1' : '0')),
  ]) {
    const problems = await problemsOf((lines) =>
      lines.map((line, index) => (index === number - 1 ? change(line) : line)),
    )
    const missing = number === 8 ? ['The seal, the last line, is missing: the file was cut.'] : []
    expect(problems).toEqual([expect.stringContaining(`line ${number} was changed`), ...missing])
  }
})

test('each of several changed lines is located', async () => {
  expect(await problemsOf((lines) => lines.map((line, index) => (index % 2 ? edit(line) : line)))).toEqual([
    'line 2 was changed',
    'line 4 was changed',
    'line 6 was changed',
  ])
})

test('removed, repeated, moved and added lines are detected', async () => {
  expect(await problemsOf((lines) => lines.filter((_, index) => index !== 3))).toEqual([
    'line 4 is preceded by a gap: the original line 4 is missing',
  ])
  expect(await problemsOf((lines) => lines.filter((_, index) => index < 1 || index > 3))).toEqual([
    'line 2 is preceded by a gap: the original lines 2 to 4 are missing',
  ])
  expect(await problemsOf((lines) => [...lines.slice(0, 3), lines[1] ?? '', ...lines.slice(3)])).toEqual([
    'line 4 is out of place: it is the original line 2',
  ])
  expect(await problemsOf((lines) => [...lines, '{"record":"customer"}'])).toEqual(['line 9 was added after the seal'])
  expect(await problemsOf((lines) => lines.slice(0, -1))).toEqual([
    'The seal, the last line, is missing: the file was cut.',
  ])
})

test('no more than 100 problems are listed; one that concerns the whole file has no line', async () => {
  const added = Array.from({ length: 150 }, () => 'x')
  const many = await verifyAudit(writeAudit((lines) => [...lines, ...added]).path)
  expect([many.problems.length, many.problems.at(-1)]).toEqual([100, { line: 108, text: 'was added after the seal' }])
  const cut = await verifyAudit(writeAudit((lines) => lines.slice(0, -1)).path)
  expect(cut.problems).toStrictEqual([{ text: 'The seal, the last line, is missing: the file was cut.' }])
  expect(cut).not.toHaveProperty('seal')
})

test.for(['null', '7', '"text"', '{'])('a line that is %s instead of an object was changed', async (line) => {
  const problems = await problemsOf((lines) => [...lines.slice(0, 2), line, ...lines.slice(3)])
  expect(problems).toEqual(['line 3 was changed'])
})

test('lines that were replaced together with their hashes break the seal', async () => {
  const other = (line: string): string => {
    const json = edit(line).replace(/,"lineSha256":"[\da-f]{64}"\}$/, '}')
    return `${json.slice(0, -1)},"lineSha256":"${createHash('sha256').update(json).digest('hex')}"}`
  }
  expect(await problemsOf((lines) => lines.map((line, index) => (index === 3 ? other(line) : line)))).toEqual([
    'The seal does not match, although each line matches its own hash: lines were replaced by others.',
  ])
})

test('changed line ends are reported as such', async () => {
  const problems = await problemsOf(undefined, '\r\n')
  expect(problems[0]).toBe('line 1 has another line end: an editor, Git or a mail program has changed it')
})

test('changed and missing files next to it are reported, and do not break the seal', async () => {
  const { path, folder } = writeAudit()
  writeFileSync(join(folder, 'customers.results.csv'), `${csv} `)
  expect(await verifyAudit(path)).toMatchObject({ sealed: true, files: [{ state: 'changed' }] })
  rmSync(join(folder, 'customers.results.csv'))
  expect(await verifyAudit(path)).toMatchObject({ sealed: true, files: [{ state: 'missing' }] })
})

test('a named file in another folder is not read', async () => {
  const { path, folder } = writeAudit(undefined, '\n', 'elsewhere/customers.results.csv')
  mkdirSync(join(folder, 'elsewhere'))
  writeFileSync(join(folder, 'elsewhere', 'customers.results.csv'), csv)
  expect((await verifyAudit(path)).files).toEqual([{ name: 'elsewhere/customers.results.csv', state: 'missing' }])
})

test('a file of version 1, whose lines have no hashes, is verified by its seal alone', async () => {
  const body = '{"record":"run","version":1,"list":"a.csv"}\n{"record":"customer","line":2}\n'
  const seal = `{"record":"end","customers":1,"sha256":"${createHash('sha256').update(body).digest('hex')}"}\n`
  const { folder } = writeAudit()
  const path = join(folder, 'old.jsonl')
  writeFileSync(path, body + seal)
  expect(await verifyAudit(path)).toMatchObject({ sealed: true, customers: 1 })
  writeFileSync(path, body.replace('2', '3') + seal)
  expect((await verifyAudit(path)).problems[0]?.text).toMatch(/do not tell which/)
})

test.for(['', 'customerId\n', '{"a":1}\n', '\0\0'])('%j is not an audit file', async (text) => {
  const { folder } = writeAudit()
  const path = join(folder, 'other')
  writeFileSync(path, text)
  await expect(verifyAudit(path)).rejects.toThrow(`${path} is not an audit file`)
  await expect(verifyAudit(join(folder, 'none'))).rejects.toThrow('cannot be read (ENOENT')
  await expect(verifyAudit(folder)).rejects.toThrow('cannot be read (EISDIR')
})
