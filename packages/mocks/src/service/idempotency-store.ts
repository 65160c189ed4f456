/** Maps requests to the upgrades they created, so that a repeated request creates nothing new. */
export interface IdempotencyStore {
  /** The ID of the upgrade that this request created before. */
  recall(requestId: string | null, body: unknown): string | undefined
  /** Records the upgrade that a request created. */
  remember(requestId: string | null, body: unknown, upgradeId: string): void
}

/**
 * Creates a memory of the latest requests by `MS-RequestId`. Repeating an ID is documented for the retry of one call:
 * with another body it counts as a new call (inferred).
 */
export function createIdempotencyStore(limit = 10_000): IdempotencyStore {
  const memory = new Map<string, string>()
  const key = (requestId: string, body: unknown) => `${requestId.toLowerCase()} ${JSON.stringify(body)}`
  return {
    recall: (requestId, body) => (requestId === null ? undefined : memory.get(key(requestId, body))),
    remember: (requestId, body, upgradeId) => {
      if (requestId === null) return
      memory.set(key(requestId, body), upgradeId)
      if (memory.size <= limit) return
      const [oldest] = memory.keys()
      if (oldest !== undefined) memory.delete(oldest)
    },
  }
}
