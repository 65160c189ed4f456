import type { Evidence, EvidenceLevel } from '@partner-upgrades/spec'

/** What each level means, surest first. */
export const levels: Readonly<Record<EvidenceLevel, string>> = {
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
