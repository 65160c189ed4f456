import type { Observation } from './table.ts'

/** What went wrong in a condition, a line each, and the command that runs it again; empty if nothing did. */
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
