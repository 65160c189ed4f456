import { expect, test } from 'vitest'
import { oddAnswers, oddCases } from './odd-answers.ts'

test('unusual responses have unique names', () => {
  const names = oddCases.map(({ odd, operation }) => `${operation}: ${odd.name}`)
  expect(new Set(names).size).toBe(names.length)
  expect(oddAnswers.length).toBeGreaterThanOrEqual(53)
})

test('every unusual response can be sent', () => {
  for (const { odd } of oddCases) {
    const answer = odd.answer({ customerId: 'c', upgradeId: '4c721420-72ad-4708-a0a7-371a2f7b0969' })
    expect(['object', 'string'], odd.name).toContain(typeof answer)
  }
})
