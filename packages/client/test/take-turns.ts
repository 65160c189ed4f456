import { appendFileSync } from 'node:fs'
import { tryLock } from '@partner-upgrades/client/node'

// Takes a lock repeatedly, or once without releasing it, and logs when it holds it. It may be killed at any moment.
const [path = '', log = '', turns] = process.argv.slice(2)
let stopping = false
process.once('SIGTERM', () => {
  stopping = true
})
while (!stopping) {
  const lock = tryLock(path, 'taking turns')
  if ('release' in lock) {
    appendFileSync(log, `in ${process.pid}\n`)
    if (turns !== 'once') {
      appendFileSync(log, `out ${process.pid}\n`)
      lock.release()
    }
  }
  await new Promise(setImmediate)
}
