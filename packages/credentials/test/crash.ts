// Writes to a store, and kills itself at the nth file system call of that write. Prints the number of calls if it survives.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { createFileStore } from '../src/index.ts'

const [file = '', nth = ''] = process.argv.slice(2)
const calls = ['mkdirSync', 'openSync', 'writeFileSync', 'linkSync', 'fsyncSync', 'renameSync', 'rmSync'] as const
let count = 0
for (const name of calls) {
  const real: (...args: never[]) => unknown = fs[name]
  Object.assign(fs, {
    [name](...args: never[]) {
      if (++count === Number(nth)) process.kill(process.pid, 'SIGKILL')
      return real(...args)
    },
  })
}
syncBuiltinESMExports()

const store = createFileStore(file)
const stored = await store.get('a')
await store.compareAndSet('a', stored?.version, 'a-newer-refresh-token')
console.log(count)
