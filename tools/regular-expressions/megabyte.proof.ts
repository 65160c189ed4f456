// Runs every expression on a megabyte of its own characters and words, as evidence that is independent of the checker.
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
