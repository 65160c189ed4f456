import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { onTestFinished } from 'vitest'

/** The calls by which locks work on a file system. */
const names = ['mkdirSync', 'readFileSync', 'writeFileSync', 'linkSync', 'rmSync'] as const

/** Is told of each call before it is made, for one test; not of those that the listener makes. */
export function onFileCall(listener: () => void): void {
  const real = Object.fromEntries(names.map((name) => [name, fs[name]]))
  let busy = false
  for (const name of names) {
    const call: (...args: never[]) => unknown = fs[name]
    Object.assign(fs, {
      [name](...args: never[]) {
        if (!busy) {
          busy = true
          try {
            listener()
          } finally {
            busy = false
          }
        }
        return call(...args)
      },
    })
  }
  syncBuiltinESMExports()
  onTestFinished(() => {
    Object.assign(fs, real)
    syncBuiltinESMExports()
  })
}
