import type { Draw } from './random.ts'

/** A customer that the mock knows. */
export const customerId = 'c1958bc7-3284-4952-a257-de594ee64743'
/** A valid body of `goodPath`. */
export const goodBody = JSON.stringify({ customerId, productFamily: 'azure' })
/** The path of a read-only operation. */
export const goodPath = '/v1/productUpgrades/eligibility'

/** The paths of all operations. */
export const paths = ['/v1/productUpgrades', goodPath, `/v1/productUpgrades/${customerId}/status`] as const

/** Creates a malicious path, without the characters that end a request line. */
export function badPath(draw: Draw): string {
  const path = draw.pick(paths)
  const noise = encodeURIComponent(draw.text(30, 0xd800))
  return draw.pick([
    () => `${path}/${noise}`,
    () => `/v1/productUpgrades/${noise}/status`,
    () => `/v1/productUpgrades/%${draw.pick(['', '0', 'zz', 'c3', 'C0%AF', '00', 'u002e', 'ff%fe', '2F..%2F'])}/status`,
    () => `/${draw.pick(['../', '%2e%2e/', '..%2f', '....//', './'])}`.repeat(draw.below(60)) + path,
    () => path.replaceAll(/(?!^)\//g, draw.pick(['//', '/./', '%2f', '%252f', '\\', '/;/'])),
    () => `/v1/productUpgrades/${'a'.repeat(draw.below(9_000))}/status`,
    () => `/v1/${'x/'.repeat(draw.below(3_000))}`,
    () => `${path}?${draw.pick(['&', '=', 'a[]=1&', '__proto__[x]=1&', '%', '%zz=%zz&'])}`.repeat(1 + draw.below(80)),
    () => `/${draw.pick(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'v1/__proto__/status'])}`,
    () => `${path}#${noise}`,
  ])()
}

const nested = (open: string, close: string, depth: number): string => open.repeat(depth) + close.repeat(depth)
const among = (member: string): string => `${goodBody.slice(0, -1)},${member}}`

/** Creates a malicious body, mostly JSON or nearly so. */
export function badBody(draw: Draw): string | Uint8Array<ArrayBuffer> {
  // Most bodies are small and some are large: a hundred thousand large ones would only measure the speed of memory.
  const depth = draw.below(draw.oneIn(40) ? 60_000 : 200)
  const noise = draw.text(60, 0x10000)
  return draw.pick<() => string | Uint8Array<ArrayBuffer>>([
    () => '',
    () => noise,
    () => draw.bytes(draw.oneIn(40) ? 20_000 : 60),
    () => goodBody.slice(0, draw.below(goodBody.length)),
    () => goodBody + noise,
    () => `\uFEFF${goodBody}`,
    () => Buffer.from(goodBody, 'utf16le'),
    () => nested('[', ']', depth),
    () => '{"a":'.repeat(depth),
    () => among(`"attributes":${nested('{"a":', '', depth).slice(0, -1)}1${'}'.repeat(depth)}`),
    () => among(`"more":${nested('[', ']', depth)}`),
    () => among('"__proto__":{"polluted":true}'),
    () => among('"constructor":{"prototype":{"polluted":true}}'),
    () => among(`"attributes":{"__proto__":{"polluted":true},"etag":${JSON.stringify(noise)}}`),
    () => among(`"customerId":${draw.pick(['null', '1e999', '-0', '"\\u0000"', '[]', '{}', 'true'])}`),
    () => among(`"productFamily":"${'x'.repeat(draw.oneIn(40) ? 100_000 : 100)}"`),
    () => among(Array.from({ length: draw.below(200) }, (_, index) => `"k${index}":${index}`).join(',') || '"k":0'),
    () => JSON.stringify({ customerId: noise, productFamily: noise, [noise]: noise }),
    () => draw.pick(['null', '0', '"text"', '[]', 'NaN', 'undefined', '{"a":1,}', "{'a':1}", '/**/{}']),
  ])()
}

/** Creates malicious headers, in characters that a header can have. */
export function badHeaders(draw: Draw): readonly (readonly [string, string])[] {
  const noise = draw.text(40, 0x100).replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '')
  const long = 'x'.repeat(draw.below(draw.oneIn(20) ? 7_000 : 100))
  return [
    draw.pick([
      ['Authorization', draw.pick(['Bearer', 'Bearer  ', `Bearer ${long}`, `Basic ${noise}`, noise, ''])],
      ['Content-Type', draw.pick(['application/json; charset=utf-16', 'text/html', ';;;', '*/*', '/', noise, long])],
      ['Accept', draw.pick(['text/html', ',;q=,', '*/*;q=0', 'application/*;q=NaN', 'a/b,'.repeat(500), noise, long])],
      ['Content-Encoding', draw.pick(['gzip', 'br', 'deflate, gzip', noise])],
      ['MS-RequestId', draw.pick([noise, long, '{}', '__proto__', `${customerId}${customerId}`])],
      ['MS-CorrelationId', draw.pick([noise, long, customerId.toUpperCase()])],
      ['X-Locale', draw.pick([noise, long, '__proto__'])],
      ['ValidateMfa', draw.pick(['true', noise])],
      ['Cookie', `${noise}=${noise}; __proto__=1`],
      ['Origin', draw.pick(['null', noise, 'https://elsewhere.invalid'])],
      ['Expect', draw.pick(['100-continue', '200-ok'])],
      [draw.pick(['__proto__', 'constructor', 'x'.repeat(2_000)]), noise],
    ]),
  ]
}
