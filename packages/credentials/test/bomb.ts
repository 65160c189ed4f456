import { constants, createBrotliCompress, gzipSync } from 'node:zlib'

/** A body that is small in transit and large in memory. */
export interface Bomb {
  readonly body: Buffer
  /** Its `Content-Encoding`; empty for an uncompressed body. */
  readonly encoding: string
  /** How many times the body is sent in a row. */
  readonly times: number
}

const mebibyte = 1_048_576

/** White space, which a JSON parser would read to the end: half a gigabyte in half a megabyte. */
export function gzipBomb(): Bomb {
  // RFC 1952: consecutive members form one stream.
  const member = gzipSync(Buffer.alloc(16 * mebibyte, ' '))
  return { body: Buffer.concat(Array.from({ length: 32 }, () => member)), encoding: 'gzip', times: 1 }
}

/** 400 megabytes in a few hundred bytes. */
export async function brotliBomb(): Promise<Bomb> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 3, [constants.BROTLI_PARAM_LGWIN]: 24 }
  const compress = createBrotliCompress({ params })
  const chunk = Buffer.alloc(mebibyte, ' ')
  const feed = (async () => {
    for (let count = 0; count < 400; count++) {
      if (!compress.write(chunk)) await new Promise((resume) => compress.once('drain', resume))
    }
    compress.end()
  })()
  const parts: Buffer[] = []
  for await (const part of compress) parts.push(part)
  await feed
  return { body: Buffer.concat(parts), encoding: 'br', times: 1 }
}

/** 400 megabytes, uncompressed. */
export function plainBomb(): Bomb {
  return { body: Buffer.alloc(mebibyte, ' '), encoding: '', times: 400 }
}
