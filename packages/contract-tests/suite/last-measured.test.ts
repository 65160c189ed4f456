import { expect, test } from 'vitest'
import { lastMeasured } from './last-measured.ts'

test('each section of the results shows its share', () => {
  const results = `# Mutations

## The specification

40 mutations of 80, of which 30 compile; 29 of these were noticed (96.7 %), in 1.0 minutes.

## The code of the client

850 mutants were noticed, 150 were not: 85.0 %.

## What is left out

Nothing.
`
  expect(lastMeasured(results)).toEqual([
    { label: 'mutations noticed, last measured: the specification', value: '96.7 %' },
    { label: 'mutations noticed, last measured: the code of the client', value: '85.0 %' },
  ])
})
