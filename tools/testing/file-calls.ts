import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { onTestFinished } from 'vitest'

/** The file system calls that locks and stores use. */
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

/** Calls the listener before each of these calls, for one test. */
export function onFileCall(listener: (name: (typeof names)[number], args: readonly unknown[]) => void): void {
  const real = Object.fromEntries(names.map((name) => [name, fs[name]]))
  let busy = false
  for (const name of names) {
    const call: (...args: never[]) => unknown = fs[name]
    Object.assign(fs, {
      [name](...args: never[]) {
        // Calls made by the listener itself are not reported.
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
