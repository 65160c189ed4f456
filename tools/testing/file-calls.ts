import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { onTestFinished } from 'vitest'

/** The calls by which locks and stores work on a file system. */
const names = [
  'mkdirSync',
  'lstatSync',
  'openSync',
  'readSync',
  'readFileSync',
  'writeFileSync',
  'linkSync',
  'fsyncSync',
  'renameSync',
  'rmSync',
] as const

/** Is told of each call before it is made, for one test. */
export function onFileCall(listener: (name: (typeof names)[number], args: readonly unknown[]) => void): void {
  const real = Object.fromEntries(names.map((name) => [name, fs[name]]))
  let busy = false
  for (const name of names) {
    const call: (...args: never[]) => unknown = fs[name]
    Object.assign(fs, {
      [name](...args: never[]) {
        // What the listener calls itself is not told.
        if (!busy) {
          busy = true
          try {
            listener(name, args)
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
