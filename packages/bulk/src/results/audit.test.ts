import { createHash } from 'node:crypto'
import { contractHash } from '@partner-upgrades/client'
import { guidOf } from '@partner-upgrades/store-proof'
import { expect, test } from 'vitest'
import { attemptOf, facts, resultOf } from '../../test/results.ts'
import { createAudit, isUnchanged } from './audit.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

test('each line has its number and its own hash, and the last one the hash of all others', () => {
  const { header, line, file, seal } = createAudit(facts)
  const lines = [header, line(resultOf(0)), line(resultOf(1)), file('customers.csv', 'abc')]
  const end = seal()
  const records = [...lines, end].map((each) => JSON.parse(each))
  expect(records).toMatchObject([
    { record: 'run', number: 1, version: 2, ...facts, contract: contractHash },
    { record: 'customer', number: 2, customerId: guidOf(0) },
    { record: 'customer', number: 3, customerId: guidOf(1) },
    { record: 'file', number: 4, name: 'customers.csv', sha256: 'abc' },
    { record: 'end', number: 5, customers: 2, sha256: sha256(lines.join('')) },
  ])
  for (const each of [...lines, end]) {
    const { lineSha256, ...rest } = JSON.parse(each)
    expect([each.endsWith('\n'), lineSha256]).toEqual([true, sha256(JSON.stringify(rest))])
    expect(isUnchanged(each.trimEnd())).toBe(true)
  }
})

test('a customer is listed with all calls, and with the requests that no call contains', () => {
  const { line } = createAudit(facts)
  const attempts = [attemptOf(1), attemptOf(2, { lost: true })]
  expect(JSON.parse(line(resultOf(0, { attempts })))).toMatchObject({ calls: [], lost: [{ correlationId: 'c2' }] })
  expect(JSON.parse(line(resultOf(0, { attempts })))).not.toHaveProperty('attempts')
  expect(JSON.parse(line(resultOf(0, { attempts: [attemptOf(1)] })))).not.toHaveProperty('lost')
})

test.for([
  ['a digit of its number', (line: string) => line.replace('"number":1', '"number":2')],
  ['its hash', (line: string) => line.replace(/(\w)"\}$/, (_, last) => `${last === 'a' ? 'b' : 'a'}"}`)],
  ['the name of its hash', (line: string) => line.replace('lineSha256', 'lineSha255')],
  ['its end', (line: string) => `${line.slice(0, -1)}]`],
  ['its length', (line: string) => `${line} `],
  ['everything before the hash', (line: string) => line.slice(line.indexOf(',"lineSha256"'))],
  ['everything', () => ''],
] as const)('a line of which %s was changed is detected', ([, change]) => {
  expect(isUnchanged(change(createAudit(facts).header.trimEnd()))).toBe(false)
})
