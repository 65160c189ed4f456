import { duplicates, headers } from './columns.ts'
import { encodings } from './encodings.ts'
import { foreign } from './foreign.ts'
import { guids } from './guids.ts'
import { json } from './json.ts'
import { both, ids, type ListCase, lines, type Row } from './list-case.ts'
import { headerless, results, spreadsheets } from './spreadsheets.ts'
import { createWorkbooks } from './workbooks.ts'

const plain: Row = [
  'commas',
  'customers.csv',
  lines('customerId,name', `${ids.one},Contoso`, `${ids.two},"Fabrikam, Inc."`),
  both,
]

/** All kinds of lists that partners have, and files that they may mistake for lists. */
export async function createListCases(): Promise<readonly ListCase[]> {
  const kinds = [headers, spreadsheets, duplicates, guids, headerless, encodings, json, results]
  const rows = [plain, ...kinds.flat(), ...(await createWorkbooks()), ...foreign]
  return rows.map(([what, file, bytes, result, notes = []]) => ({
    what,
    file,
    bytes: Buffer.from(bytes),
    result: result instanceof RegExp ? { refused: result } : result,
    notes,
  }))
}
