import type { Initialized } from '@partner-upgrades/fleet'
import { headline } from '../../../terminal/headline.ts'
import type { Report } from '../../../terminal/report.ts'

/** Reports whether the tables were created, migrated or already up to date. */
export function initReport({ from, version }: Initialized): Report {
  const text =
    from === version
      ? `the tables are up to date, version ${version}`
      : from === 0
        ? `created the tables, version ${version}`
        : `brought the tables from version ${from} to ${version}`
  const next = from === 0 ? ['next: partner-upgrades fleet add <file> --partner <name>'] : []
  return {
    json: { event: 'initialized', from, version },
    plain: [`ready: ${text}`],
    screen: (paint, width) => headline(paint, width, 'good', 'Ready', text, ...next),
  }
}
