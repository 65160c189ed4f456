import { writeXlsx } from 'hucre/xlsx'
import { both, ids, type Row } from './list-case.ts'

const { one, two } = ids

const workbook = async (...sheets: Parameters<typeof writeXlsx>[0]['sheets']): Promise<Buffer> =>
  Buffer.from(await writeXlsx({ sheets }))

/** Lists in workbooks. */
export async function createWorkbooks(): Promise<readonly Row[]> {
  const rows = [
    ['Microsoft ID', 'Company name', 'Tags'],
    [one, 'Contoso', null],
    [' ', null, null],
    [`{${two}}`, 'Fabrikam, Inc.', new Date(0)],
  ]
  const notes = ['Ignored column "Tags"; 1 blank row.', 'Corrected 1 customer ID (braces), on line 4.']
  const list = await workbook({ name: 'Customers', rows })
  return [
    ['a workbook', 'c.xlsx', list, both, notes],
    ['a workbook with a different file extension', 'c.csv', list, both, notes],
    [
      'a workbook with a cover sheet',
      'c.xlsx',
      await workbook({ name: 'Read me', rows: [['Our customers']] }, { name: 'List', rows }),
      both,
      ['Read the sheet "List", and no other.', ...notes],
    ],
    [
      'a workbook with hidden sheets',
      'c.xlsx',
      await workbook(
        { name: 'Old', hidden: true, rows: [['customerId'], [two]] },
        { name: 'Older', veryHidden: true, rows: [['customerId'], [two]] },
        { name: 'List', rows: [['customerId'], [one]] },
      ),
      ['one'],
    ],
    [
      'a workbook without a header',
      'c.xlsx',
      await workbook({ name: 'x', rows: [[one], [two]] }),
      ['one', 'two'],
      ['No header: the first column was taken as the customer ID.'],
    ],
    [
      'a workbook whose names are numbers',
      'c.xlsx',
      await workbook({
        name: 'x',
        rows: [
          ['customerId', 'name'],
          [one, 365],
        ],
      }),
      ['one 365'],
    ],
    [
      'a workbook without IDs',
      'c.xlsx',
      await workbook({ name: 'x', rows: [['Domain'], ['y']] }),
      /line 1: no column with the customer ID: .*; found "Domain"/,
    ],
    ['an empty workbook', 'c.xlsx', await workbook({ name: 'x', rows: [] }), /line 1: the list contains no customers/],
  ]
}
