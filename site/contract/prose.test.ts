import { expect, test } from 'vitest'
import { document } from './document.ts'
import { operationsOf } from './operations.ts'
import { proseOf } from './prose.ts'

test('paragraphs that the compiler added are removed, and hand-written ones are kept', () => {
  const description =
    'One.\n\nTwo.\n\nKnown values:\n\n- `A`: first\n\nRequest headers: `X`\n\nFaults (inferred):\n\n- 401, `1`\n\nThree.\n\nEvidence: documented, a page'
  expect(proseOf(description)).toBe('One.\n\nTwo.\n\nThree.')
})

test('a hand-written list is kept', () => {
  expect(proseOf('Either:\n\n- this\n- that')).toBe('Either:\n\n- this\n- that')
})

test('no paragraph that the compiler adds remains in the operations of the contract', () => {
  const texts = operationsOf(document).map(({ operation }) => proseOf(operation.description))
  expect(texts.length).toBeGreaterThan(0)
  expect(texts.filter((text) => /^(Evidence|Faults \(|Re(quest|sponse) headers|Known values)/m.test(text))).toEqual([])
  expect(texts.filter((text) => text === '')).toEqual([])
})
