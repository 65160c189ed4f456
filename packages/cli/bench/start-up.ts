// Times the program's help against a Node process that does nothing. Usage: npm run bench -w @partner-upgrades/cli
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const rounds = 41
const goal = 1.5
const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))
const cases: Readonly<Record<string, readonly string[]>> = {
  'node -e 0': ['-e', '0'],
  'partner-upgrades --help': [main, '--help'],
  'partner-upgrades upgrade --help': [main, 'upgrade', '--help'],
}

const times = new Map(Object.keys(cases).map((name): [string, number[]] => [name, []]))
// Takes the cases in turn, so that other load on the machine affects all alike. The first round warms the caches.
for (let round = 0; round <= rounds; round++) {
  for (const [name, args] of Object.entries(cases)) {
    const begin = performance.now()
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' })
    if (status !== 0) throw new Error(`${name} ended with ${status}: npm run build first`)
    if (round > 0) times.get(name)?.push(performance.now() - begin)
  }
}

const medians = [...times].map(([name, all]) => ({
  name,
  median: all.sort((a, b) => a - b)[rounds >> 1] ?? Number.NaN,
}))
const [{ median: base } = { median: Number.NaN }, ...ours] = medians
console.log(`Node ${process.version}, medians of ${rounds} rounds in turns; the goal is ${goal} times node -e 0`)
for (const { name, median } of medians) {
  console.log(`${median.toFixed(1).padStart(7)} ms  ${(median / base).toFixed(2)} ×  ${name}`)
}
const missed = ours.filter(({ median }) => median > goal * base)
// Reports and never fails: on a busy machine, the figures say little about the program.
for (const { name } of missed) console.log(`Missed: ${name}`)
