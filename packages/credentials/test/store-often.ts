// Increments a counter in a store until it is killed, and prints each count once it is stored.
import { createFileStore } from '../src/index.ts'

const [file = '', key = ''] = process.argv.slice(2)
const store = createFileStore(file)
for (;;) {
  const stored = await store.get(key)
  const next = String(Number(stored?.value ?? 0) + 1)
  if (await store.compareAndSet(key, stored?.version, next)) process.stdout.write(`${next}\n`)
}
