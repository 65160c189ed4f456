import type { Figure } from '../../src/report/report.ts'

/** A figure that a test reports, as a number or in words. */
export interface Told {
  readonly label: string
  readonly value: number | string
}

/** Adds up the numbers under each label; of other values under one label, the last is kept. */
export function sumFigures(told: readonly Told[]): readonly Figure[] {
  const sums = new Map<string, number | string>()
  for (const { label, value } of told) {
    const before = sums.get(label)
    sums.set(label, typeof value === 'number' && typeof before === 'number' ? before + value : value)
  }
  return [...sums].map(([label, value]) => ({ label, value: value.toLocaleString('en-US') }))
}
