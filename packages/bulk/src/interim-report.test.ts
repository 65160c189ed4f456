import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCustomers } from '@partner-upgrades/customer-lists'
import { createClock, createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { guidOf } from '@partner-upgrades/store-proof'
import { expect, onTestFinished, test } from 'vitest'
import { writeInterimReport } from './interim-report.ts'
import { openHandOver } from './journal/hand-over.ts'
import { upgradeCustomers } from './upgrade-customers.ts'

function setList(rows = 3) {
  const folder = mkdtempSync(join(tmpdir(), 'interim-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { fetch, clock, requests } = createPartnerCenterMock({
    clock: createClock({ auto: true }),
    customers: Array.from({ length: rows }, (_, row) => ({
      id: guidOf(row),
      ...(row === 1 && { condition: '900105' as const }),
    })),
  })
  const file = join(folder, 'customers.csv')
  writeFileSync(file, `customerId\n${Array.from({ length: rows }, (_, row) => `${guidOf(row)}\n`).join('')}`)
  const options = { file, stateFolder: join(folder, 'state'), client: { credential: 'token', fetch, clock } }
  return { folder, file, clock, requests, options }
}

test('during a run, the report shows its progress without disturbing it', async () => {
  const { file, clock, options, folder } = setList()
  const reports: Awaited<ReturnType<typeof writeInterimReport>>[] = []
  const pages: string[] = []
  let reporting: Promise<unknown> = Promise.resolve()
  const { progress } = await upgradeCustomers({
    ...options,
    onProgress() {
      reporting = reporting.then(async () => {
        const report = await writeInterimReport({ file, clock })
        reports.push(report)
        pages.push(readFileSync(report.report, 'utf8'))
      })
    },
  })
  await reporting
  expect(progress.ended).toMatchObject({ completed: 2, ineligible: 1 })
  expect(reports.length).toBeGreaterThan(3)
  expect(reports[0]).toMatchObject({ working: 1, report: join(folder, 'customers.interim-report.html') })
  expect(reports.every(({ progress: { rows } }) => rows === 3)).toBe(true)
  expect(pages.find((page) => page.includes('2 are not settled yet. 1 needs attention'))).toBeDefined()
  expect(pages[0]).toContain('As of')
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('for a stopped run, the report says that no process is working, and sends nothing', async () => {
  const { file, clock, options, requests } = setList()
  const controller = new AbortController()
  await upgradeCustomers({
    ...options,
    signal: controller.signal,
    onProgress({ open }) {
      if (open.created > 0) controller.abort()
    },
  })
  const asked = requests.length
  const { working, progress, lastWriteAt } = await writeInterimReport({ file, clock })
  expect(working).toBe(0)
  expect(progress.open.created).toBeGreaterThan(0)
  expect(lastWriteAt).toBeLessThanOrEqual(clock.now())
  expect(requests).toHaveLength(asked)
})

test('after the end, the interim report equals the final one, and the sealed files are left alone', async () => {
  const { file, clock, options, folder } = setList()
  const { files } = await upgradeCustomers(options)
  const before = readFileSync(files?.report ?? '', 'utf8')
  const { report, journal } = await writeInterimReport({ file, clock })
  expect(readFileSync(report, 'utf8')).toBe(before)
  expect(readFileSync(files?.report ?? '', 'utf8')).toBe(before)
  expect(journal).toBe(join(folder, 'customers.journal.jsonl'))
})

test('a dry run has a report of its own', async () => {
  const { file, clock, options } = setList()
  await expect(writeInterimReport({ file, clock })).rejects.toThrow('customers.journal.jsonl cannot be read (ENOENT')
  await upgradeCustomers({ ...options, dryRun: true })
  const { report, progress } = await writeInterimReport({ file, clock, dryRun: true })
  expect(report).toMatch(/customers\.dry-run\.interim-report\.html$/)
  expect(progress.ended.eligible).toBe(2)
})

test('the journal of another list, a damaged journal and an empty one are rejected', async () => {
  const { file, clock, options, folder } = setList()
  await upgradeCustomers(options)
  const journal = join(folder, 'customers.journal.jsonl')
  const text = readFileSync(journal, 'utf8')
  writeFileSync(journal, text.replace('"outcome":"completed"', '"outcome":"failed"'))
  await expect(writeInterimReport({ file, clock })).rejects.toThrow('is damaged')
  writeFileSync(journal, text)
  writeFileSync(file, `customerId\n${guidOf(9)}\n`)
  await expect(writeInterimReport({ file, clock })).rejects.toThrow('is the journal of another list')
  writeFileSync(journal, '')
  await expect(writeInterimReport({ file, clock })).rejects.toThrow('is empty')
})

test('the report of a list that was handed over names its place in the fleet', async () => {
  const { file, clock, options } = setList()
  const { journal } = await upgradeCustomers(options)
  expect(await writeInterimReport({ file, clock })).not.toHaveProperty('handedOver')
  const service = 'https://api.partnercenter.microsoft.com'
  const handOver = await openHandOver({ path: journal, customers: await readCustomers(file), service, clock })
  await handOver.seal({ handOver: guidOf(1), fleet: guidOf(2), list: 'north.csv', partner: 'contoso' })
  await handOver.close()
  expect((await writeInterimReport({ file, clock })).handedOver).toEqual({ list: 'north.csv', partner: 'contoso' })
})

test('the given processes decide which workers still run', async () => {
  const { file, clock, options } = setList()
  let working: number | undefined
  await upgradeCustomers({
    ...options,
    async onOpen() {
      const current = (): never => {
        throw new Error('No process is expected to ask')
      }
      working = (await writeInterimReport({ file, clock, processes: { current, isRunning: () => false } })).working
    },
  })
  expect(working).toBe(0)
})
