/** The rate at which a gate begins that has to find out what the service allows, in requests a second. */
export const firstRate = 2

/** How much of a ceiling that is given is used. What is left over takes up how much requests wander on their way. */
export const shareOfCeiling = 0.95

/** The rate for a ceiling of so many requests a minute, in requests a second. */
export function rateOfCeiling(ceiling: number): number {
  return (ceiling / 60) * shareOfCeiling
}
