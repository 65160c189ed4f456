import type { Figure } from '../report/report.ts'

/** The shares that a file of results tells, which takes too long to find out to do it for each report. */
export function lastMeasured(results: string): readonly Figure[] {
  return results.split(/\n+(?=## )/).flatMap((section): readonly Figure[] => {
    const [, heading] = /^## (.*)/.exec(section) ?? []
    const [, share] = /\bnoticed\b.*?([\d.]+ %)/.exec(section) ?? []
    if (heading === undefined || share === undefined) return []
    return [{ label: `mutations noticed, last measured: ${heading.toLowerCase()}`, value: share }]
  })
}
