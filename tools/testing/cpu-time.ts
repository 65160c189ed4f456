/**
 * Starts to measure the processor time of this process, in milliseconds. Unlike elapsed time, it does not depend on how busy the machine
 * is with other programs.
 */
export function startCpuTimer(): () => number {
  const start = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1_000
  }
}
