/** The initial rate of a gate that has to discover the service's limit, in requests per second. */
export const firstRate = 2

/** The share of a given ceiling that is used. The rest absorbs variations in network delay. */
export const shareOfCeiling = 0.95

/** Returns the rate for a ceiling: `ceiling` is in requests per minute, the result in requests per second. */
export function rateOfCeiling(ceiling: number): number {
  return (ceiling / 60) * shareOfCeiling
}
