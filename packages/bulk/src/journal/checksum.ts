import { crc32 } from 'node:zlib'

/** How every line begins, and nothing within one does: the writer sees to that. */
export const mark = '{"c":"'

/** The longest line that a worker writes, in bytes. */
export const longestLine: number = 1 << 24

/** What stands at the head of a line: the checksum (CRC-32) and the length of all that follows it, in bytes. */
export interface Header {
  /** CRC-32 of everything after the header. */
  readonly checksum: number
  /** Bytes after the header. */
  readonly length: number
  /** Where that begins. */
  readonly end: number
}

/** The header of a line of one byte: where the checksum and the length stand in every other one, too. */
const template = `${mark}00000000","l":1,`
const checksumAt = mark.length
const checksumEnd = checksumAt + 8
const lengthAt = checksumEnd + '","l":'.length
const longestLength = 8

/** Puts the header before the members of a line; the line end is not part of it. */
export function seal(members: string): string {
  return `${mark}${toHex(crc32(members))}","l":${Buffer.byteLength(members)},${members}`
}

/** Reads the header of a line; `undefined` if there is none, or not all of it. */
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

/** Whether bytes are a line to the last one. */
export function isWhole(bytes: Buffer, { checksum, length, end }: Header): boolean {
  return bytes.length - end === length && crc32(bytes.subarray(end)) === checksum
}

/** Whether bytes could be the beginning of a header: whether they are one with the rest of another behind them. */
export function beginsHeader(bytes: Buffer): boolean {
  const rest = template.slice(bytes.length) || ','
  return (
    bytes.length < template.length + longestLength &&
    readHeader(Buffer.concat([bytes, Buffer.from(rest)])) !== undefined
  )
}

/** A checksum as lines spell it. */
export function toHex(checksum: number): string {
  return checksum.toString(16).padStart(8, '0')
}
