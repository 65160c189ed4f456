import { readFileSync } from 'node:fs'

// Only parses a list and its journal, as any program that reads them completely must: the baseline for resuming from a journal.
for (const path of process.argv.slice(2)) {
  for (const line of readFileSync(path, 'utf8').split('\n')) if (line.startsWith('{')) JSON.parse(line)
}
process.stdout.write(`${JSON.stringify({ ready: performance.now() / 1_000 })}\n`)
