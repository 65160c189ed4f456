/** Builds the bundle first, so that the proofs run the program as it is installed. */
export async function setup(): Promise<void> {
  await import('../scripts/build.ts')
}
