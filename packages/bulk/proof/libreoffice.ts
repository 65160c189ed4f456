import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A CSV file as LibreOffice Calc reads it. */
export interface Sheet {
  /** The number of rows up to the last one with content. */
  readonly rows: number
  readonly formulas: readonly string[]
}

/**
 * Opens a CSV file in LibreOffice Calc with a separator, and with formulas evaluated as in its import dialog.
 *
 * @param folder a folder for LibreOffice's profile and output
 */
export function openInCalc(folder: string, csv: string, separator: string): Sheet {
  convert(folder, csv, separator, 'fods:OpenDocument Spreadsheet Flat XML', folder)
  return toSheet(readFileSync(join(folder, `${basename(csv, '.csv')}.fods`), 'utf8'))
}

/**
 * Opens a CSV file in LibreOffice Calc and saves it in another format.
 *
 * @param format as `--convert-to` takes it
 * @param name the name of the new file
 */
export function convertInCalc(folder: string, csv: string, separator: string, format: string, name: string): string {
  const out = mkdtempSync(join(folder, 'saved-'))
  convert(folder, csv, separator, format, out)
  const [extension = ''] = format.split(':')
  const saved = join(out, name)
  renameSync(join(out, `${basename(csv, '.csv')}.${extension}`), saved)
  return saved
}

function convert(folder: string, csv: string, separator: string, format: string, out: string): void {
  // Separator, quote, UTF-8, from line 1, no column formats, English, quoted cells are not forced to be texts, numbers are detected.
  const options = [separator.charCodeAt(0), 34, 76, 1, '', 1033, false, true].join(',')
  const { error, status, stderr } = spawnSync(
    process.env.SOFFICE ?? 'soffice',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      `--infilter=CSV:${options}`,
      '--convert-to',
      format,
      '--outdir',
      out,
      csv,
    ],
    { encoding: 'utf8' },
  )
  if (error) {
    const advice = 'apt-get install --no-install-recommends libreoffice-calc-nogui, or set SOFFICE'
    throw new Error(`LibreOffice cannot be started (${error.message}): ${advice}.`)
  }
  if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stderr}`)
}

function toSheet(document: string): Sheet {
  const table = document.slice(document.indexOf('<table:table '), document.indexOf('</table:table>'))
  const rows = [...table.matchAll(/<table:table-row([^>]*)>/g)].map(([, attributes = '']) =>
    Number(/number-rows-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1),
  )
  return {
    rows: rows.reduce((sum, count) => sum + count, 0),
    formulas: [...table.matchAll(/table:formula="([^"]*)"/g)].map(([, formula = '']) => formula),
  }
}
