import { hash } from 'node:crypto'

/** Creates a generator of random numbers from 0 to 1, reproducible by its seed. */
export function createRandom(seed: number): () => number {
  let count = 0
  return () => Number.parseInt(hash('sha256', `${seed} ${count++}`).slice(0, 8), 16) / 2 ** 32
}

/** Derives a GUID from a number. Its first digit is the number modulo 16, in hexadecimal. */
export function guidOf(number: number): string {
  const hex = (number % 16).toString(16) + hash('sha256', String(number))
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
