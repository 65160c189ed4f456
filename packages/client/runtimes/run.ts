import { type ExecFileOptions, execFile } from 'node:child_process'

/**
 * Runs a command to its end, and returns what it printed.
 *
 * @throws Error with all that it said, if it fails or takes too long.
 */
export function run(file: string, args: readonly string[], options: ExecFileOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(file, args, { ...options, encoding: 'utf8' }, (error, stdout, stderr) => {
      if (error) reject(new Error([error.message, stdout, stderr].join('\n'), { cause: error }))
      else resolve(stdout.trim())
    })
  })
}
