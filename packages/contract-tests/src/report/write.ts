import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { toHtml } from './html.ts'
import { toJunit } from './junit.ts'
import type { Report } from './report.ts'

/** The forms in which a report is written, by name. */
export const reportForms: Readonly<Record<string, (report: Report) => string>> = {
  json: (report) => `${JSON.stringify(report, undefined, 2)}\n`,
  junit: toJunit,
  html: toHtml,
}

/** Writes a report to a file, and makes its folder if need be. */
export function writeReport(report: Report, form: string, file: string): void {
  const render = reportForms[form]
  if (render === undefined) throw new TypeError(`There is no report ${form}.`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, render(report))
}
