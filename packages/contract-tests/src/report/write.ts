import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { isInherited } from '../files/file-kind.ts'
import { UsageError } from '../usage-error.ts'
import { toHtml } from './html.ts'
import { toJunit } from './junit.ts'
import type { Report } from './report.ts'

/** The formats of a report, by name. */
export const reportForms: Readonly<Record<string, (report: Report) => string>> = {
  json: (report) => `${JSON.stringify(report, undefined, 2)}\n`,
  junit: toJunit,
  html: toHtml,
}

/** The format of a report, and the file to write it to. */
export interface ReportFile {
  /** `json`, `junit` or `html`. */
  readonly form: string
  /** The path to write to. */
  readonly file: string
}

/**
 * Parses the value of `--report`.
 *
 * @throws UsageError in one line.
 */
export function parseReport(text: string): ReportFile {
  const [, form = '', file = ''] = /^([a-z]+)=(.+)$/.exec(text) ?? []
  if (Object.hasOwn(reportForms, form)) return { form, file }
  const forms = Object.keys(reportForms).join(', ')
  throw new UsageError(`--report must be ${forms} and a file, such as html=report.html.`)
}

/**
 * Writes a report to a file, and creates its folder if needed.
 *
 * @throws Error if it cannot be written, or is a pipe that nobody may ever read from.
 */
export function writeReport(report: Report, form: string, file: string): void {
  const render = reportForms[form]
  if (render === undefined) throw new TypeError(`There is no report ${form}.`)
  const isPipe = statSync(file, { throwIfNoEntry: false })?.isFIFO() === true
  if (isPipe && !isInherited(file)) throw new Error('it is a pipe, not a regular file')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, render(report))
}
