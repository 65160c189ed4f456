/** What is proven is the program as it is installed: the bundle. */
export async function setup(): Promise<void> {
  await import('../scripts/build.ts')
}
