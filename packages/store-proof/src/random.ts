import { hash } from 'node:crypto'

/** Numbers from 0 to 1 that a seed decides. */
export function createRandom(seed: number): () => number {
  let count = 0
  return () => Number.parseInt(hash('sha256', `${seed} ${count++}`).slice(0, 8), 16) / 2 ** 32
}

/** A GUID that a number decides. Its first digit is that of the number, in hexadecimal: 0 to 15, and over again. */
export function guidOf(number: number): string {
  const hex = (number % 16).toString(16) + hash('sha256', String(number))
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
