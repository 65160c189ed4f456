import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { nickname } from '../test/lists/list-case.ts'
import { createListCases } from '../test/lists/list-cases.ts'
import { readCustomers } from './customers.ts'

const folder = mkdtempSync(join(tmpdir(), 'lists-'))
afterAll(() => rmSync(folder, { recursive: true }))

test.for(await createListCases())('$what', async ({ file, bytes, result, notes }) => {
  const path = join(folder, file)
  writeFileSync(path, bytes)
  if ('refused' in result) {
    await expect(readCustomers(path)).rejects.toThrow(result.refused)
    return
  }
  const customers = await readCustomers(path)
  const rows: string[] = []
  for await (const { customerId, name, productFamily } of customers.rows()) {
    rows.push(
      [nickname(customerId), name, productFamily === 'Azure' ? '' : `[${productFamily}]`].filter(Boolean).join(' '),
    )
  }
  expect(rows).toEqual(result)
  expect(customers.notes).toEqual(notes)
  expect(customers.size).toBe(rows.length)
})
