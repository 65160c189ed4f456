import { type ExecFileOptions, execFile } from 'node:child_process'

/**
 * Runs a command to completion, and returns its output.
 *
 * @throws Error with all of its output, if it fails or takes too long.
 */
export function run(file: string, args: readonly string[], options: ExecFileOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(file, args, { ...options, encoding: 'utf8' }, (error, stdout, stderr) => {
      if (error) reject(new Error([error.message, stdout, stderr].join('\n'), { cause: error }))
      else resolve(stdout.trim())
    })
  })
}
