import { beginsHeader, type Header, isWhole, mark, readHeader } from './checksum.ts'

/** A complete line without its line end, and its header. */
export type WholeLine = readonly [Buffer, Header]

/** The strict prefixes of the mark at the beginning of a line. */
const stumps = Array.from(mark.slice(1), (_, index) => Buffer.from(mark.slice(0, index + 1)))

/**
 * Splits bytes where a line is expected into torn lines (strict prefixes left by stopped workers, perhaps followed by zeros), complete
 * lines that lack only their line end and, if there is a line end, the complete line before it.
 *
 * @returns the complete lines; `undefined` if any part is neither torn nor complete, which means damage
 */
export function takeApart(bytes: Buffer, hasLineEnd: boolean): readonly WholeLine[] | undefined {
  const starts: number[] = []
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) starts.push(at)
  const first = bytes.subarray(0, starts[0] ?? bytes.length)
  if (withoutRemnants(first) > 0) return undefined
  const last = hasLineEnd ? starts.pop() : undefined
  const whole: WholeLine[] = []
  for (const [index, start] of starts.entries()) {
    const piece = readPiece(bytes.subarray(start, starts[index + 1] ?? last ?? bytes.length))
    if (piece === 'damaged') return undefined
    if (piece !== 'torn') whole.push(piece)
  }
  if (!hasLineEnd) return whole
  const line = last === undefined ? undefined : bytes.subarray(last)
  const header = line && readHeader(line)
  return line && header && isWhole(line, header) ? [...whole, [line, header]] : undefined
}

/** Reads a part of such bytes: a complete line that lacks its line end, a torn line, or damage. */
function readPiece(bytes: Buffer): WholeLine | 'torn' | 'damaged' {
  const size = withoutRemnants(bytes)
  const header = readHeader(bytes)
  if (!header) return beginsHeader(bytes.subarray(0, size)) ? 'torn' : 'damaged'
  const end = header.end + header.length
  for (const length of new Set([end, size, bytes.length])) {
    const line = bytes.subarray(0, length)
    // If the checksum matches and the length does not, the length was changed.
    const sound = isWhole(line, { ...header, length: line.length - header.end })
    if (sound) return line.length === end && size <= end ? [line, header] : 'damaged'
  }
  return size < end ? 'torn' : 'damaged'
}

/** Returns the number of bytes before trailing zeros and partial marks, which power cuts and stopped workers leave behind. */
function withoutRemnants(bytes: Buffer): number {
  for (let size = bytes.length; ; ) {
    const endsWith = (stump: Buffer): boolean => bytes.subarray(Math.max(0, size - stump.length), size).equals(stump)
    const remnant = size > 0 && bytes[size - 1] === 0 ? 1 : stumps.find(endsWith)?.length
    if (remnant === undefined) return size
    size -= remnant
  }
}
