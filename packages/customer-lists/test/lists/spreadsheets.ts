import { both, ids, lines, type Row, utf16le } from './list-case.ts'

const { one, two, three } = ids

/** Lists as saved by spreadsheets. */
export const spreadsheets: readonly Row[] = [
  ['semicolons', 'c.csv', lines('customerId;name', `${one};Contoso`, `${two};Fabrikam, Inc.`), both],
  ['tabs', 'c.tsv', lines('customerId\tname', `${one}\tContoso`, `${two}\tFabrikam, Inc.`), both],
  ['vertical bars', 'c.csv', lines('customerId|name', `${one}|Contoso`, `${two}|Fabrikam, Inc.`), both],
  [
    'quoted cells with semicolons',
    'c.csv',
    lines('"name; legal","customerId"', `"A; B","${one}"`),
    ['one'],
    ['Ignored column "name; legal".'],
  ],
  ['a sep= line with semicolons', 'c.csv', lines('sep=;', 'customerId;name', `${one};Contoso`), ['one Contoso']],
  [
    'a quoted sep= line with tabs, after a byte order mark',
    'c.csv',
    `\ufeff${lines('"sep=\t"', 'customerId\tname', `${one}\tContoso`)}`,
    ['one Contoso'],
  ],
  [
    'a sep= line that contradicts the header',
    'c.csv',
    lines('SEP=,', 'customerId,a;b;c;d', `${one},x`),
    ['one'],
    ['Ignored column "a;b;c;d".'],
  ],
  [
    'cleared rows',
    'c.csv',
    lines('customerId;name', `${one};Contoso`, ';', `${two};Fabrikam, Inc.`, ';', ';'),
    both,
    ['Ignored 3 blank rows.'],
  ],
  [
    'blank rows and columns around the table',
    'c.csv',
    lines(';;;', 'customerId;name;;', `${one};Contoso;;`, ' ;\u00a0;;'),
    ['one Contoso'],
    ['Ignored 2 blank rows.'],
  ],
  [
    'rows with more or fewer empty cells than the header',
    'c.csv',
    lines('customerId;name;domain', one, `${two};Fabrikam, Inc.;;;;`),
    ['one', 'two Fabrikam, Inc.'],
    ['Ignored column "domain".'],
  ],
  [
    'a remark next to the table',
    'c.csv',
    lines('customerId;name;', `${one};Contoso;call first`),
    ['one Contoso'],
    ['Ignored cells without a column name.'],
  ],
  [
    'a comma in a name without quotes',
    'c.csv',
    lines('customerId,name', `${one},Fabrikam, Inc.`),
    /line 2: 3 columns, but the first line has 2/,
  ],
  [
    'columns and rows ignored, in one note',
    'c.csv',
    lines('customerId,Tags', `${one},gold`, ','),
    ['one'],
    ['Ignored column "Tags"; 1 blank row.'],
  ],
]

/** Lists without column names. */
export const headerless: readonly Row[] = [
  [
    'a plain list of IDs',
    'customers.txt',
    `${one}\n${two}\n${three}`,
    ['one', 'two', 'three'],
    ['No header: the first column was taken as the customer ID.'],
  ],
  [
    'a plain list in UTF-16 with braces',
    'customers.txt',
    utf16le(`\ufeff{${one}}\r\n{${two}}\r\n`),
    ['one', 'two'],
    [
      'No header: the first column was taken as the customer ID.',
      'Corrected 2 customer IDs (braces), the first on line 1.',
    ],
  ],
  [
    'a table without a header',
    'c.csv',
    lines(`${one};Contoso`, `${two};Fabrikam`),
    ['one', 'two'],
    ['No header: the first column was taken as the customer ID.', 'Ignored cells without a column name.'],
  ],
  ['IDs, and a line that is not an ID', 'c.txt', `${one}\ncontoso\n`, /line 2: customerId is not a GUID: "contoso"/],
  [
    'IDs in quotes',
    'c.txt',
    `"${one}"\n"${two}"\n`,
    ['one', 'two'],
    ['No header: the first column was taken as the customer ID.'],
  ],
]

const resultsHeader = 'line,customerId,name,productFamily,outcome,reasonCode,mayRunAgain,requests'
const resultsNote = 'Ignored columns "line", "outcome", "reasonCode", "mayRunAgain" and "requests".'

/** Results of earlier runs. */
export const results: readonly Row[] = [
  [
    'results, used as a list',
    'r.csv',
    `\ufeff${lines(resultsHeader, `"2","${one}","Contoso","Azure","eligible","","no","1"`)}`,
    ['one Contoso'],
    [resultsNote],
  ],
  [
    'results that Excel has saved again',
    'r.csv',
    lines(resultsHeader.replaceAll(',', ';'), `2;${one};Contoso;Azure;eligible;;no;1`),
    ['one Contoso'],
    [resultsNote],
  ],
]
