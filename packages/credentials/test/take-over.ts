// One of many processes that compete for a lock whose holders appear to be killed. Prints as JSON how often two held it at once.
import { randomUUID } from 'node:crypto'
import { readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { withLock } from '../src/store/file-lock.ts'

const [lock = '', marker = '', times = ''] = process.argv.slice(2)
/** A process ID that Linux never assigns. */
const pid = 4_194_305
const longAgo = new Date(Date.now() - 60_000)
let collisions = 0

for (let time = 0; time < Number(times); time++) {
  await withLock(lock, () => {
    try {
      writeFileSync(marker, '', { flag: 'wx' })
    } catch {
      collisions++
    }
    for (const begin = performance.now(); performance.now() - begin < 1; );
    rmSync(marker, { force: true })
    if (time % 2 === 0) leaveDead()
  })
}
console.log(JSON.stringify({ collisions }))

/** Turns the lock into that of a killed process. */
function leaveDead(): void {
  const holder: object = parse(readFileSync(lock, 'utf8'))
  const draft = `${lock}-${randomUUID()}`
  writeFileSync(draft, JSON.stringify({ ...holder, id: randomUUID(), pid }))
  utimesSync(draft, longAgo, longAgo)
  renameSync(draft, lock)
}

function parse(text: string): object {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}
