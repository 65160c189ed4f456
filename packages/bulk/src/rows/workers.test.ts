import { expect, test } from 'vitest'
import { createEarliestRows } from './earliest-rows.ts'
import { createWorkers } from './workers.ts'

const lease = 30_000

test('workers are numbered from 1, and keep their numbers', () => {
  const { hear, find } = createWorkers(lease)
  expect([hear('one', 0), hear('two', 0), hear('one', 1)]).toEqual([1, 2, 1])
  expect([find('one'), find('two'), find('three')]).toEqual([1, 2, -1])
})

test('a worker is alive for exactly one lease after its last sign of life, while another one writes', () => {
  const { hear, isAlive, freeAt, alive } = createWorkers(lease)
  hear('one', 0)
  for (let time = 0; time <= lease; time += 10_000) hear('two', time)
  expect([isAlive(1, lease), isAlive(1, lease + 1)]).toEqual([true, false])
  expect([alive(lease), alive(lease + 1)]).toEqual([2, 1])
  expect([freeAt(1, lease), freeAt(1, lease - 5)]).toEqual([lease + 1, lease + 1 - 5 + 5])
})

test('while all are silent, no more than half a lease counts', () => {
  const { hear, isAlive, freeAt, alive } = createWorkers(lease)
  hear('one', 0)
  hear('two', 0)
  expect([isAlive(1, 3_600_000), alive(3_600_000)]).toEqual([true, 2])
  hear('two', 3_600_000)
  // Half a lease and a millisecond of the first worker's lease have passed.
  expect(freeAt(1, 3_600_000)).toBe(3_600_000 + lease / 2)
  hear('two', 7_200_000)
  expect([isAlive(1, 7_200_000), isAlive(2, 7_200_000)]).toEqual([false, true])
})

test('the claims of a worker that has left, and those of no worker, are free', () => {
  const { hear, leave, isAlive, freeAt } = createWorkers(lease)
  hear('one', 0)
  leave(1)
  expect([isAlive(1, 0), freeAt(1, 0)]).toEqual([false, Number.NEGATIVE_INFINITY])
  expect([isAlive(0, 0), freeAt(0, 0), freeAt(7, 0)]).toEqual([
    false,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ])
})

test('the earliest rows are kept, in order of time; those with equal times in the order in which they came', () => {
  const earliest = createEarliestRows(3)
  for (const [row, time] of [
    [0, 5],
    [1, 3],
    [2, 5],
    [3, 4],
    [4, 5],
    [5, 1],
    [6, 4],
  ] as const)
    earliest.add(row, time)
  expect(earliest.rows).toEqual([5, 1, 3])
  const equal = createEarliestRows(3)
  for (let row = 0; row < 5; row++) equal.add(row, 7)
  expect(equal.rows).toEqual([0, 1, 2])
  const few = createEarliestRows(3)
  few.add(4, 2)
  few.add(2, 1)
  expect(few.rows).toEqual([2, 4])
})
