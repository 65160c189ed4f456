import { basename } from 'node:path'
import type { AuditVerification } from '@partner-upgrades/bulk'
import { headline } from '../../terminal/headline.ts'
import type { Report } from '../../terminal/report.ts'

/** Whether the audit file and the files that it names are as they were written; files that are missing do not count. */
export function isUnchanged({ sealed, files }: AuditVerification): boolean {
  return sealed && files.every(({ state }) => state !== 'changed')
}

/** Reports whether an audit file is unchanged since it was written. */
export function auditReport(path: string, found: AuditVerification): Report {
  const { sealed, problems, files, customers, list, writtenAt, seal } = found
  const kind = isUnchanged(found) ? 'good' : 'bad'
  const word = sealed ? 'Seal intact' : 'Seal broken'
  const about = [
    `${basename(path)}: ${customers.toLocaleString('en')} customer${customers === 1 ? '' : 's'}`,
    ...(list ? [`of ${list}`] : []),
  ].join(', ')
  const details = [
    ...(writtenAt ? [`written ${writtenAt}`] : []),
    ...problems.map(({ line, text }) => (line === undefined ? text : `line ${line} ${text}`)),
    ...files.map(({ name, state }) => `${name}: ${state === 'missing' ? 'not beside it, not verified' : state}`),
  ]
  const seals = sealed && seal ? [seal] : []
  return {
    json: { event: 'audit', file: path, ...found },
    plain: [
      `${word.toLowerCase()}: ${about}`,
      ...[...details, ...seals.map((text) => `SHA-256 ${text}`)].map((detail) => `audit: ${detail}`),
    ],
    screen: (paint, width) => headline(paint, width, kind, word, about, ...details, ...seals),
  }
}
