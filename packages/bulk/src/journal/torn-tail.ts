import { beginsHeader, type Header, isWhole, mark, readHeader } from './checksum.ts'

/** A line without its line end, and its header. */
export type WholeLine = readonly [Buffer, Header]

/** Less than the mark of a line. */
const stumps = Array.from(mark.slice(1), (_, index) => Buffer.from(mark.slice(0, index + 1)))

/**
 * Takes apart what stands where a line should: what workers could not finish (strict prefixes of lines, perhaps with zeros behind them),
 * whole lines that lack no more than their line end, and, if there is a line end, the whole line before it.
 *
 * @returns the whole lines; `undefined` if anything is neither, which is damage
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

/** A whole line that lacks its line end; or what is less than one; or neither. */
function readPiece(bytes: Buffer): WholeLine | 'torn' | 'damaged' {
  const size = withoutRemnants(bytes)
  const header = readHeader(bytes)
  if (!header) return beginsHeader(bytes.subarray(0, size)) ? 'torn' : 'damaged'
  const end = header.end + header.length
  for (const length of new Set([end, size, bytes.length])) {
    const line = bytes.subarray(0, length)
    // If the checksum fits and the length does not, the length was changed.
    const sound = isWhole(line, { ...header, length: line.length - header.end })
    if (sound) return line.length === end && size <= end ? [line, header] : 'damaged'
  }
  return size < end ? 'torn' : 'damaged'
}

/** How many bytes there are before zeros and stumps, which stopped workers and power cuts leave behind those that tell. */
function withoutRemnants(bytes: Buffer): number {
  for (let size = bytes.length; ; ) {
    const endsWith = (stump: Buffer): boolean => bytes.subarray(Math.max(0, size - stump.length), size).equals(stump)
    const remnant = size > 0 && bytes[size - 1] === 0 ? 1 : stumps.find(endsWith)?.length
    if (remnant === undefined) return size
    size -= remnant
  }
}
