import { ids, lines, type Row } from './list-case.ts'

const { one, two, three } = ids

/** Customer IDs in all spellings. */
export const guids: readonly Row[] = [
  ['upper case', 'c.csv', lines('customerId', one.toUpperCase()), ['one']],
  [
    'braces and upper case',
    'c.csv',
    lines('customerId', `{${one.toUpperCase()}}`),
    ['one'],
    ['Corrected 1 customer ID (braces), on line 2.'],
  ],
  [
    'parentheses, quotes, URN, no hyphens',
    'c.csv',
    lines('customerId,x', `(${one}),`, `'${two}',`, `urn:uuid:${three},`),
    ['one', 'two', 'three'],
    ['Ignored column "x".', 'Corrected 3 customer IDs (braces, quotes, urn:uuid:), the first on line 2.'],
  ],
  [
    'no hyphens',
    'c.csv',
    lines('customerId', one.replaceAll('-', '')),
    ['one'],
    ['Corrected 1 customer ID (missing hyphens), on line 2.'],
  ],
  [
    'a trailing no-break space',
    'c.csv',
    lines('customerId', `"${one}\u00a0"`),
    ['one'],
    ['Corrected 1 customer ID (U+00A0), on line 2.'],
  ],
  [
    'a no-break space within',
    'c.csv',
    lines('customerId', `${one.slice(0, 9)}\u00a0${one.slice(9)}`),
    ['one'],
    ['Corrected 1 customer ID (U+00A0), on line 2.'],
  ],
  [
    'a zero-width space',
    'c.csv',
    lines('customerId', `\u200b${one}`),
    ['one'],
    ['Corrected 1 customer ID (U+200B), on line 2.'],
  ],
  [
    'a soft hyphen and a byte order mark',
    'c.csv',
    lines('customerId', two, `${one.slice(0, 4)}\u00ad\ufeff${one.slice(4)}`),
    ['two', 'one'],
    ['Corrected 1 customer ID (U+00AD, U+FEFF), on line 3.'],
  ],
  [
    'en dashes',
    'c.csv',
    lines('customerId', one.replaceAll('-', '–')),
    ['one'],
    ['Corrected 1 customer ID (dashes), on line 2.'],
  ],
  [
    'a Cyrillic letter',
    'c.csv',
    lines('customerId', one.replace('a', 'а')),
    /line 2: customerId is not a GUID: "4c.*" \(with U\+0430\)/,
  ],
  [
    'a missing digit, and an invisible character',
    'c.csv',
    lines('Microsoft ID', `${one.slice(1)}\u200b`),
    /line 2: Microsoft ID is not a GUID: ".*" \(with U\+200B\)/,
  ],
  [
    'the all-zero GUID',
    'c.csv',
    lines('customerId', '{00000000-0000-0000-0000-000000000000}'),
    /line 2: customerId is not a GUID/,
  ],
  [
    'a row in which the ID is missing',
    'c.csv',
    lines('customerId,name', ',Contoso'),
    /line 2: customerId is not a GUID: ""/,
  ],
]
