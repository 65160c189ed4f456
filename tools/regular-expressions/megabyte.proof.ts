// Every expression, on a megabyte of what it is about: an answer that owes nothing to the checker of the test.
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import exceptions from './exceptions.json' with { type: 'json' }
import { literal } from './expression.ts'
import { findAll } from './find-all.ts'
import { isUnbounded } from './judge.ts'
import { slowUnits } from './megabyte.ts'

const excepted = new Set(exceptions.superlinear.map(({ expression }) => expression))
const { expressions } = findAll(join(import.meta.dirname, '../..'))
const wanted = new Map(
  expressions.filter(({ source }) => isUnbounded(source)).map((expression) => [literal(expression), expression]),
)

test.for([...wanted].filter(([written]) => !excepted.has(written)))('%s', { timeout: 600_000 }, ([, expression]) => {
  expect(slowUnits(expression)).toEqual([])
})

describe('it notices an expression that takes more than linear time', { timeout: 600_000 }, () => {
  test.for([
    ['\\/+$', '', '/'],
    ['\\{[^}]*\\}', 'g', '{'],
    ['^(.*)b(.*)c', '', 'b'],
  ])('%s', ([source = '', flags = '', unit]) => {
    expect(slowUnits({ source, flags })).toContain(unit)
  })
})
