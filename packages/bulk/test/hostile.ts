import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { guidOf } from '@partner-upgrades/store-proof'
import { createRandom } from '@partner-upgrades/tools/random'
import { type ResultFiles, upgradeCustomers } from '../src/index.ts'

/** Texts that some spreadsheet takes for the beginning of a formula. */
export const starters = ['=', '+', '-', '@', '\t=', '\r=', '＝', '＋', '－', '＠'] as const

/** Characters at which some spreadsheet may begin a cell or a row, even within quotes. */
export const separators = [',', ';', '\t', '\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029'] as const

const command = "cmd|' /C calc'!A1"

/** Texts that a program reading the results may misinterpret: as a formula, a row, a script or the end of a file. */
export const hostileTexts: readonly string[] = [
  ...starters.flatMap((starter) => [
    `${starter}${command}`,
    ` ${starter}${command}`,
    `"${starter}${command}`,
    ...separators.flatMap((separator) => [
      `Contoso${separator}${starter}${command}`,
      `Contoso${separator} "${starter}${command}"${separator}`,
    ]),
  ]),
  'a\0b',
  'a\u001b[2Jb\u009b2J\u007f\u001a',
  '</script><script>alert(1)</script>',
  '</title></style><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' autofocus onfocus=alert(1) '",
  '<!--',
  ']]>',
  'half \ud83d of a character',
  '\udc00',
  '"',
  '""',
  '";"',
  '',
  ...randomTexts(200),
]

/** Random combinations of critical pieces of text. */
function randomTexts(count: number): readonly string[] {
  const random = createRandom(7)
  const pieces = ['"', '""', ';', ',', '\t', '\n', '\r\n', '=1+1', '+1+1', '@A1', 'a', "'", ' ', '|', '\0', '\u2028']
  const piece = (): string => pieces[Math.floor(random() * pieces.length)] ?? ''
  return Array.from({ length: count }, () => Array.from({ length: 1 + Math.floor(random() * 8) }, piece).join(''))
}

/** Runs a list of customers with these texts as names, for which the service returns the same texts as reasons; returns the results. */
export async function runHostile(
  folder: string,
  texts: readonly string[],
  list = 'customers.jsonl',
): Promise<ResultFiles> {
  const file = join(folder, list)
  const rows = texts.map((name, row) => `${JSON.stringify({ customerId: guidOf(row), name })}\n`)
  writeFileSync(file, rows.join(''))
  const reasons = new Map(texts.map((text, row) => [guidOf(row), text]))
  const { files } = await upgradeCustomers({
    file,
    stateFolder: join(folder, 'state'),
    dryRun: true,
    client: {
      credential: 'token',
      async fetch(_url, init) {
        const { customerId, productFamily } = JSON.parse(String(init?.body))
        return Response.json({ customerId, productFamily, isEligible: false, reason: reasons.get(customerId) })
      },
    },
  })
  if (!files) throw new Error('The run did not finish.')
  return files
}
