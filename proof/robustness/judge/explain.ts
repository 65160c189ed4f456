import type { Observation } from './table.ts'

/** Returns the problems of a condition, one per line, and the command that reruns it; empty if there were none. */
export function explain({ name, seed, violations, problems }: Observation): readonly string[] {
  const lines = [
    ...violations.map(({ kind, behaviour, detail, customerId }) => `${kind}, ${behaviour}: ${customerId} ${detail}`),
    ...problems,
  ]
  if (lines.length === 0) return []
  const pattern = `^${name.replaceAll(/[()+.*?[\]{}^$|\\]/g, '\\$&')}$`
  const odd = name.startsWith('odd ') ? ' --odd' : ''
  const again = `npm run campaign -w @partner-upgrades/proof -- --seed ${seed}${odd} --only '${pattern}'`
  return [...lines.map((line) => `  ${line}`), `  again: ${again}`]
}
