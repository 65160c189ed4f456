import { crc32 } from 'node:zlib'

/** The beginning of every line. The writer ensures that it occurs nowhere else in a line. */
export const mark = '{"c":"'

/** The maximum length of a line that a worker writes, in bytes. */
export const longestLine: number = 1 << 24

/** The header of a line: the checksum (CRC-32) and the length of everything that follows the header, in bytes. */
export interface Header {
  /** CRC-32 of everything after the header. */
  readonly checksum: number
  /** The number of bytes after the header. */
  readonly length: number
  /** The position of the first byte after the header. */
  readonly end: number
}

/** The header of a one-byte line. The positions of checksum and length are the same in every header. */
const template = `${mark}00000000","l":1,`
const checksumAt = mark.length
const checksumEnd = checksumAt + 8
const lengthAt = checksumEnd + '","l":'.length
const longestLength = 8

/** Prepends the header to the members of a line, which come without the line end. */
export function seal(members: string): string {
  return `${mark}${toHex(crc32(members))}","l":${Buffer.byteLength(members)},${members}`
}

/** Reads the header of a line; `undefined` if it is missing or incomplete. */
export function readHeader(bytes: Buffer): Header | undefined {
  let checksum = 0
  let length = 0
  let at = 0
  for (; at < lengthAt; at++) {
    const byte = bytes[at] ?? 0
    if (at < checksumAt || at >= checksumEnd) {
      if (byte !== template.charCodeAt(at)) return undefined
    } else {
      const digit = byte <= 0x39 ? byte - 0x30 : byte >= 0x61 ? byte - 0x57 : -1
      if (digit < 0 || digit > 15) return undefined
      checksum = checksum * 16 + digit
    }
  }
  for (; bytes[at] !== 0x2c; at++) {
    const digit = (bytes[at] ?? 0) - 0x30
    if (digit < 0 || digit > 9 || at === lengthAt + longestLength) return undefined
    length = length * 10 + digit
  }
  return length > 0 ? { checksum, length, end: at + 1 } : undefined
}

/** Whether bytes are a complete line with a matching checksum. */
export function isWhole(bytes: Buffer, { checksum, length, end }: Header): boolean {
  return bytes.length - end === length && crc32(bytes.subarray(end)) === checksum
}

/** Whether bytes may be the beginning of a header: completes them with the rest of the template, and tries to read the result. */
export function beginsHeader(bytes: Buffer): boolean {
  const rest = template.slice(bytes.length) || ','
  return (
    bytes.length < template.length + longestLength &&
    readHeader(Buffer.concat([bytes, Buffer.from(rest)])) !== undefined
  )
}

/** Formats a checksum as eight hexadecimal digits. */
export function toHex(checksum: number): string {
  return checksum.toString(16).padStart(8, '0')
}
