/** Customers, by how the service responds to requests about them. */
export const customers = {
  /** Can be upgraded; the upgrade completes at the third poll. */
  ordinary: '4c721420-72ad-4708-a0a7-371a2f7b0969',
  /** Behaves like `ordinary`, for a check that needs a customer of its own. */
  watched: '11fd0d5c-4d8a-4c4a-9d0b-4a3ac0e5a011',
  /** Its upgrade never ends. */
  endless: '24c1a2d0-5f55-4b0f-8a35-0f0f7d0f2e02',
  /** The first request is throttled. */
  throttled: '38b1d4b6-7a0e-4f0e-8b83-53ba9d7c9903',
  /** Requests are accepted only with the second token. */
  locked: '4c0d3b36-8a94-46d5-8a2f-9f5f1d21aa04',
  /** Requests never get a response. */
  silent: '5e8a5c1c-54a5-4a0c-96f3-7b3a8f3a3b05',
  /** Only a part of the response arrives. */
  halting: '6f9f7a53-1f1b-4a55-8a3c-2e8f64b9cc06',
  /** Requests end with a closed connection. */
  dropped: '70a6e9a4-93c7-4b8e-b0f6-6d9c80d1dd07',
  /** The response has a value for `isEligible` that violates the contract. */
  muddled: '92c8ab16-b5e9-4da0-92b8-8fb2d2f3ff09',
  /** Requests are redirected. */
  redirected: '81b7fa05-a4d8-4c9f-81a7-7ea1c1e2ee08',
} as const

/** The tokens; the second satisfies the claims challenge. */
export const tokens = { first: 'the-first-token', second: 'the-second-token' } as const

/** The claims of the challenge. */
export const claims = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}'

/** The `Retry-After` of the service, in seconds. */
export const retryAfter = 1
