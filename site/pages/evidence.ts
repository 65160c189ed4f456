import type { Evidence, EvidenceLevel } from '@partner-upgrades/spec'
import type { Page } from './page.ts'

/** The meaning of each level, most certain first. */
const levels: Readonly<Record<EvidenceLevel, string>> = {
  documented: "Microsoft's published documentation says so.",
  sdk: "Read in the source of Microsoft's SDKs.",
  captured: 'Seen in captured traffic.',
  vendor: 'Reported by a third party.',
  inferred: 'Inferred by the authors; no source states it.',
}

/** The evidence of a fact as a line of Markdown; empty for a fact that inherits the evidence of its parent. */
export function evidenceLine(evidence: Evidence | undefined): string {
  return evidence === undefined ? '' : `Evidence: **${evidence.level}**, ${evidence.source.trim()}`
}

/** The page that explains the badges. */
export const evidencePage: Page = {
  path: 'evidence',
  title: 'How sure we are',
  summary: 'The meaning of the evidence badges: documented, sdk, captured, vendor or inferred.',
  group: 'Reference',
  markdown: [
    '# How sure we are',
    'Each fact of the contract states its source. A fact without a source of its own has that of the item that contains it. Nothing here was verified against the live service.',
    Object.entries(levels)
      .map(([level, meaning]) => `- Evidence: **${level}**, ${meaning}`)
      .join('\n'),
    '',
  ].join('\n\n'),
}
