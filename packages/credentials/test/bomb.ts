import { constants, createBrotliCompress, gzipSync } from 'node:zlib'

/** A body that is small on the way and large in memory. */
export interface Bomb {
  readonly body: Buffer
  /** Its `Content-Encoding`; empty for a body that is sent as it is. */
  readonly encoding: string
  /** How often the body is sent, one after the other. */
  readonly times: number
}

const mebibyte = 1_048_576

/** White space within JSON, so that a parser would go on to the end: half a gigabyte in half a megabyte. */
export function gzipBomb(): Bomb {
  // RFC 1952: members that follow each other are one stream.
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

/** 400 megabytes as they are. */
export function plainBomb(): Bomb {
  return { body: Buffer.alloc(mebibyte, ' '), encoding: '', times: 400 }
}
