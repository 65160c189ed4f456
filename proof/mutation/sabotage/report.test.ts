import { expect, test } from 'vitest'
import { scoreOf, toParagraphs } from './report.ts'

const entry = (area: string, sentence: string, onlyByProof?: string) => ({
  area,
  sentence,
  file: 'packages/client/src/a.ts',
  from: 'a',
  to: 'b',
  ...(onlyByProof && { onlyByProof }),
})
const catalogue = [
  entry('locks', 'One'),
  entry('locks', 'Two'),
  entry('locks', 'Three', 'It takes a power cut.'),
  entry('polls', 'Four'),
  entry('polls', 'Five'),
]
const records = { One: { by: 'packages/client' }, Two: { by: 'packages/cli' }, Three: {}, Four: {} }

test('counts the tried sabotages, those noticed and missed, and those missed without a reason', () => {
  const { tried, noticed, missed, unexplained } = scoreOf(catalogue, records)
  expect({ tried, noticed }).toEqual({ tried: 4, noticed: 2 })
  expect(missed.map(({ sentence }) => sentence)).toEqual(['Three', 'Four'])
  expect(unexplained.map(({ sentence }) => sentence)).toEqual(['Four'])
})

test('the page has a row for each area, and lists each exception with its reason', () => {
  const [about, summary, table, , exceptions] = toParagraphs(catalogue, records, new Date('2026-11-29T12:00:00Z'))
  expect(about).toMatch(/^2026-11-29, Node /)
  expect(summary).toContain('2 of 4 were noticed by `npm test` (50.0 %); 1 were not tried')
  expect(table?.split('\n').slice(2)).toEqual([
    '| locks | 3 | 1 | 1 | 1 | 66.7 % |',
    '| polls | 2 | 0 | 0 | 1 | 0.0 % |',
    '| **all** | 5 | 1 | 1 | 2 | 50.0 % |',
  ])
  expect(exceptions?.split('\n')).toEqual(['- locks: Three: It takes a power cut.', '- polls: Four: nobody notices'])
})
