import type { EntraError } from '@partner-upgrades/credentials/entra-errors'
import type { FaultDefinition } from '@partner-upgrades/spec'
import { toSettings } from '../../errors/setting-names.ts'
import type { Report } from '../../terminal/report.ts'
import { toTable } from '../../terminal/table.ts'
import { wrap } from '../../terminal/wrap.ts'

const again: Readonly<Record<FaultDefinition['retry'], string>> = {
  never: 'does not help',
  later: 'may help later',
  afterAction: 'helps once that is done',
}

/** Reports everything about one fault. */
export function faultReport(fault: FaultDefinition): Report {
  const { code, name, status, text, actor, remedy, retry, operations, evidence } = fault
  return factsReport({ ...fault, event: 'fault' }, [
    ['Fault', `${code} ${name}, HTTP ${status}`],
    ['Text', text],
    ['Who must act', actor],
    ['What to do', remedy],
    ['Retrying', again[retry]],
    ['Operations', Object.keys(operations).join(', ')],
    ['Evidence', `${evidence.level}: ${evidence.source}`],
  ])
}

const signInAgain: Readonly<Record<EntraError['signIn'], string>> = {
  now: 'helps: partner-upgrades login',
  afterwards: 'helps once that is done: partner-upgrades login',
  no: 'is not necessary',
}

/** Reports everything about an error code of Entra. */
export function entraReport(error: EntraError & { readonly code: string }): Report {
  const { code, meaning, actor, signIn } = error
  const remedy = toSettings(error.remedy)
  return factsReport({ ...error, remedy, event: 'entraError' }, [
    ['Entra', code],
    ['Meaning', meaning],
    ['Who must act', actor],
    ['What to do', remedy],
    ['Signing in', signInAgain[signIn]],
    ['More', `https://login.microsoftonline.com/error?code=${code.slice('AADSTS'.length)}`],
  ])
}

const indent = 14

function factsReport(json: Report['json'], rows: readonly (readonly [key: string, value: string])[]): Report {
  return {
    json,
    plain: rows.map(([key, value]) => `${key.toLowerCase()}: ${value}`),
    screen: (paint, width) =>
      rows.flatMap(([key, value]) =>
        wrap(value, width - indent).map((line, index) =>
          index === 0 ? `${paint('bold', key.padEnd(indent))}${line}` : ' '.repeat(indent) + line,
        ),
      ),
  }
}

/** Reports several faults: as one table for people, one by one for programs. */
export function faultListReports(faults: readonly FaultDefinition[]): readonly Report[] {
  const rows = faults.map(({ code, status, actor, text }) => [code, String(status), actor, text])
  const header = ['CODE', 'HTTP', 'WHO MUST ACT', 'TEXT']
  return faults.map(({ ...fault }, index) => ({
    json: { ...fault, event: 'fault' },
    plain: [`${fault.code}: ${fault.text}`],
    screen: (paint, width) => (index === 0 ? toTable(header, rows, paint, width) : []),
  }))
}
