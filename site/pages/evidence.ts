import type { Evidence, EvidenceLevel } from '@partner-upgrades/spec'
import type { Page } from './page.ts'

/** What each level means, surest first. */
const levels: Readonly<Record<EvidenceLevel, string>> = {
  documented: "Microsoft's published documentation says so.",
  sdk: "Read in the source of Microsoft's SDKs.",
  captured: 'Seen in traffic.',
  vendor: 'Told by a third party.',
  inferred: 'Concluded by the authors; nobody has said so.',
}

/** How sure we are of a fact and why, as a line of Markdown; empty for a fact that has what contains it. */
export function evidenceLine(evidence: Evidence | undefined): string {
  return evidence === undefined ? '' : `Evidence: **${evidence.level}**, ${evidence.source.trim()}`
}

/** The page that says what the badges mean. */
export const evidencePage: Page = {
  path: 'evidence',
  title: 'How sure we are',
  summary: 'What the badges of facts mean: documented, read, captured, told or inferred.',
  group: 'Reference',
  markdown: [
    '# How sure we are',
    'Each fact of the contract says where it comes from. What states none of its own has that of what contains it. Nothing here was verified against the live service.',
    Object.entries(levels)
      .map(([level, meaning]) => `- Evidence: **${level}**, ${meaning}`)
      .join('\n'),
    '',
  ].join('\n\n'),
}
