/** @throws Error that shows both values, unless they are equal as JSON. */
export function expectSame(actual: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (is !== should) throw new Error(`${is} is not ${should}`)
}

/** Returns the reason of a promise's rejection. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('Nothing was thrown')
}

/** Returns the name of the error that rejects a promise. */
export async function rejectionName(promise: Promise<unknown>): Promise<string> {
  const error = await rejection(promise)
  return error instanceof Error ? error.name : String(error)
}
