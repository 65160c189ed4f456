import type { FaultDefinition } from '@partner-upgrades/spec'
import type { Report } from './report.ts'
import { toTable } from './table.ts'
import { wrap } from './wrap.ts'

const again: Readonly<Record<FaultDefinition['retry'], string>> = {
  never: 'does not help',
  later: 'helps later',
  afterAction: 'helps once that is done',
}

/** Tells all there is to know about one fault. */
export function faultReport(fault: FaultDefinition): Report {
  const { code, name, status, text, actor, remedy, retry, operations, evidence } = fault
  const rows: readonly (readonly [string, string])[] = [
    ['Fault', `${code} ${name}, HTTP ${status}`],
    ['Text', text],
    ['Who must act', actor],
    ['What to do', remedy],
    ['Trying again', again[retry]],
    ['Answer to', Object.keys(operations).join(', ')],
    ['Known from', `${evidence.level}: ${evidence.source}`],
  ]
  const indent = 14
  return {
    json: { ...fault, event: 'fault' },
    plain: rows.map(([key, value]) => `${key.toLowerCase()}: ${value}`),
    screen: (paint, width) =>
      rows.flatMap(([key, value]) =>
        wrap(value, width - indent).map((line, index) =>
          index === 0 ? `${paint('bold', key.padEnd(indent))}${line}` : ' '.repeat(indent) + line,
        ),
      ),
  }
}

/** Lists faults: as one table for people, and one by one for programs. */
export function faultListReports(faults: readonly FaultDefinition[]): readonly Report[] {
  const rows = faults.map(({ code, status, actor, text }) => [code, String(status), actor, text])
  const header = ['CODE', 'HTTP', 'WHO MUST ACT', 'TEXT']
  return faults.map(({ ...fault }, index) => ({
    json: { ...fault, event: 'fault' },
    plain: [`${fault.code}: ${fault.text}`],
    screen: (paint, width) => (index === 0 ? toTable(header, rows, paint, width) : []),
  }))
}
