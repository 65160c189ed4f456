/** Numbers from 0 to 1 that a seed decides: mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A GUID that a number decides. Its first digit is that of the number, in hexadecimal: 0 to 15, and over again. */
export function guidOf(number: number): string {
  const random = createRandom(number + 1)
  const digits = Array.from({ length: 31 }, () => Math.floor(random() * 16).toString(16)).join('')
  const hex = (number % 16).toString(16) + digits
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
