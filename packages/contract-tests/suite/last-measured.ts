import type { Figure } from '../src/report/report.ts'

/** Reads shares from a file of results, because measuring them for each report would take too long. */
export function lastMeasured(results: string): readonly Figure[] {
  return results.split(/^(?=## )/m).flatMap((section): readonly Figure[] => {
    const [, heading] = /^## (.*)/.exec(section) ?? []
    const told = [...section.matchAll(/\bnoticed\b(.*)/g)].map(([, rest = '']) => rest)
    const [share] = told.flatMap((rest) => /(?<![\d.])[\d.]+ %/.exec(rest) ?? [])
    if (heading === undefined || share === undefined) return []
    return [{ label: `mutations noticed, last measured: ${heading.toLowerCase()}`, value: share }]
  })
}
