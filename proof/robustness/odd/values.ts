/** Returns JSON nested to the given depth. */
export function nested(depth: number, open = '[', close = ']'): string {
  return open.repeat(depth) + close.repeat(depth)
}

/** Unusual values in place of a text, as JSON. */
export const noText: Readonly<Record<string, string>> = {
  'a number': '42',
  'an object': '{"en":"No.","toString":null}',
  'a list': '["No.",null]',
  null: 'null',
  'a megabyte': JSON.stringify('no '.repeat(340_000)),
  'control characters': JSON.stringify('no\u0000\u001b[2J\u001b]0;owned\u0007\r\n\u202e\u2028\u0085'),
  'lone surrogates': '"no \\ud800 and \\udfff"',
}

/** Unusual spellings of an upgrade's ID, as JSON. */
export const spellings: Readonly<Record<string, (upgradeId: string) => string>> = {
  'in braces': (id) => JSON.stringify(`{${id}}`),
  'without hyphens': (id) => JSON.stringify(id.replaceAll('-', '')),
  'in upper case': (id) => JSON.stringify(id.toUpperCase()),
  'a number': () => '12345',
  'an object': (id) => JSON.stringify({ id }),
  empty: () => '""',
  'all zeros': () => JSON.stringify('00000000-0000-0000-0000-000000000000'),
  'with blanks': (id) => JSON.stringify(` ${id}\t`),
  'a path': (id) => JSON.stringify(`../${id}/../../customers`),
}

/** Unusual values of `Retry-After`. */
export const waits: Readonly<Record<string, string>> = {
  'of 400 digits': '9'.repeat(400),
  negative: '-5',
  'of one and a half': '1.5',
  'of years': '99999999',
  'of a past date': 'Tue, 29 Oct 2019 16:56:32 GMT',
  'of a far date': 'Fri, 31 Dec 9999 23:59:59 GMT',
  'of an impossible date': 'Mon, 99 Foo 2026 99:99:99 GMT',
  'of garbage': 'soon; after="lunch"',
  'of nothing': '',
  exponential: '1e9',
  hexadecimal: '0x10',
}
