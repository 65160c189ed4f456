import { ids, latin1, lines, type Row, utf16be, utf16le } from './list-case.ts'

const { one } = ids

const umlauts = lines('customerId;name', `${one};Müller & Söhne GmbH`)
const named = ['one Müller & Söhne GmbH']

/** Lists in all encodings. */
export const encodings: readonly Row[] = [
  ['UTF-8', 'c.csv', umlauts, named],
  ['UTF-8 with a byte order mark', 'c.csv', `\ufeff${umlauts}`, named],
  ['UTF-16 LE', 'c.csv', utf16le(`\ufeff${umlauts}`), named],
  ['UTF-16 BE', 'c.csv', utf16be(`\ufeff${umlauts}`), named],
  ['UTF-16 LE without a byte order mark', 'c.csv', utf16le(umlauts), named],
  ['UTF-16 BE without a byte order mark', 'c.csv', utf16be(umlauts), named],
  [
    'UTF-16 with tabs, as Excel writes "Unicode text"',
    'c.txt',
    utf16le(`\ufeff${umlauts.replaceAll(';', '\t')}`),
    named,
  ],
  [
    'JSON in UTF-16, as Out-File writes it',
    'c.json',
    utf16le(`\ufeff[{"customerId":"${one}","name":"Müller & Söhne GmbH"}]`),
    named,
  ],
  [
    'Windows-1252',
    'c.csv',
    latin1(umlauts),
    named,
    [
      'Read as Windows-1252, because it is not UTF-8. If names, such as "Müller & Söhne GmbH" on line 2, are wrong, save it as CSV UTF-8.',
    ],
  ],
  [
    'Windows-1252 with characters that Latin-1 lacks',
    'c.csv',
    Buffer.concat([latin1(`customerId,name\n${one},`), Buffer.from([0x80, 0x8a, 0x93, 0x9f])]),
    ['one €Š“Ÿ'],
    [
      'Read as Windows-1252, because it is not UTF-8. If names, such as "€Š“Ÿ" on line 2, are wrong, save it as CSV UTF-8.',
    ],
  ],
  [
    'letters that were lost in an earlier save',
    'c.csv',
    lines('customerId,name', `${one},M\ufffdller`),
    ['one M\ufffdller'],
    ['1 name contains U+FFFD, the first on line 2: letters were lost when the list was saved.'],
  ],
]
