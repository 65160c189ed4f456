/**
 * Starts to measure how long this process is at work, in milliseconds of processor time: what other programs of a busy machine do meanwhile
 * does not count.
 */
export function startCpuTimer(): () => number {
  const start = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1_000
  }
}
