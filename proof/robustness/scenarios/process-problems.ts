import type { ProcessRun } from '../machine/run-until-done.ts'

/** The documented exit codes of the command line. A program that throws ends with 1, too. */
const documented = [0, 1, 2, 3, 4, 5, 6, 130]

/** Returns the problems with the way in which a process ended. */
export function problemsOf({ code, signal, signalled, overdue, stderr, stdout }: ProcessRun): readonly string[] {
  const said = lastLines(stderr || stdout)
  if (overdue) return [`a process did not end: ${said}`]
  if (signal && !signalled) return [`a process ended with ${signal}: ${said}`]
  if (code !== null && !documented.includes(code)) return [`a process ended with ${code}: ${said}`]
  return []
}

/** Returns the end of an output. */
export function lastLines(text: string): string {
  return text.trim().split('\n').slice(-8).join(' / ').slice(-700)
}
