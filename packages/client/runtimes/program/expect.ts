/** @throws Error that shows both, unless they are the same as JSON. */
export function expectSame(actual: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (is !== should) throw new Error(`${is} is not ${should}`)
}

/** What a promise is rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('Nothing was thrown')
}

/** The name of what a promise is rejected with. */
export async function rejectionName(promise: Promise<unknown>): Promise<string> {
  const error = await rejection(promise)
  return error instanceof Error ? error.name : String(error)
}
