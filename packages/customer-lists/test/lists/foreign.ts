import { latin1, lines, type Row, utf16le } from './list-case.ts'

/** Files that are not lists. */
export const foreign: readonly Row[] = [
  ['an empty file', 'c.csv', '', /c\.csv is an empty file.*Save the list again/],
  ['only whitespace', 'c.csv', ' \r\n', /line 1: the list contains no customers/],
  ['only a header', 'c.csv', lines('customerId'), /line 1: the list contains no customers/],
  [
    'a PDF',
    'customers.csv',
    '%PDF-1.7\n%\u00e2',
    /is a PDF document, which cannot be read as a list\. Export the list as CSV UTF-8 or \.xlsx/,
  ],
  [
    'an old workbook',
    'customers.xls',
    latin1(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(600)}`),
    /is an old Excel workbook \(\.xls\) or one protected by a password.*Save the list as/,
  ],
  [
    'a sign-in page, saved as CSV',
    'customers.csv',
    '\r\n<!DOCTYPE html>\n<html><title>Sign in</title>',
    /is an HTML page, perhaps one to sign in.*Download the list again/,
  ],
  [
    'an HTML page in UTF-16',
    'customers.xls',
    utf16le('\ufeff<html xmlns:x="urn:schemas-microsoft-com:office:excel">'),
    /is an HTML page/,
  ],
  ['an XML document', 'c.csv', '<?xml version="1.0"?><Workbook/>', /is an XML document/],
  ['Rich Text', 'c.csv', '{\\rtf1 x}', /is a Rich Text document/],
  ['a gzip archive', 'c.csv.gz', latin1('\x1f\x8b\x08'), /is a gzip archive.*Unpack it first/],
  ['a ZIP archive', 'c.zip', latin1(`PK\x03\x04${'\0'.repeat(26)}customers.csv`), /is a ZIP archive, but no workbook/],
  [
    'an OpenDocument spreadsheet',
    'c.ods',
    latin1(`PK\x03\x04${'\0'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.spreadsheet`),
    /is an OpenDocument spreadsheet \(\.ods\)/,
  ],
  [
    'a binary workbook',
    'c.xlsx',
    latin1(`PK\x03\x04${'\0'.repeat(26)}xl/workbook.bin`),
    /is a binary Excel workbook \(\.xlsb\)/,
  ],
  [
    'a truncated workbook',
    'c.xlsx',
    latin1(`PK\x03\x04${'\0'.repeat(26)}xl/workbook.xml`),
    /line 1: the workbook is damaged/,
  ],
  ['zeros, as a power failure leaves them', 'c.csv', '\0'.repeat(5_000), /is binary data, with zero bytes/],
  ['UTF-32', 'c.csv', latin1('\xff\xfe\0\0c\0\0\0'), /is UTF-32 text/],
]
