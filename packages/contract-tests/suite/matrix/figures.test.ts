import { expect, test } from 'vitest'
import { sumFigures } from './figures.ts'

test('what several tests report under one label adds up', () => {
  const told = [
    { label: 'values', value: 900 },
    { label: 'share', value: '85.0 %' },
    { label: 'values', value: 1100 },
  ]
  expect(sumFigures(told)).toEqual([
    { label: 'values', value: '2,000' },
    { label: 'share', value: '85.0 %' },
  ])
})
