/** Customers, by what the service does when it is asked about them. */
export const customers = {
  /** Can be upgraded, and is upgraded in three looks. */
  ordinary: '4c721420-72ad-4708-a0a7-371a2f7b0969',
  /** Is upgraded, too, apart from the checks that look at the other one. */
  watched: '11fd0d5c-4d8a-4c4a-9d0b-4a3ac0e5a011',
  /** Its upgrade never ends. */
  endless: '24c1a2d0-5f55-4b0f-8a35-0f0f7d0f2e02',
  /** The first question is throttled. */
  throttled: '38b1d4b6-7a0e-4f0e-8b83-53ba9d7c9903',
  /** Questions are answered only with a second token. */
  locked: '4c0d3b36-8a94-46d5-8a2f-9f5f1d21aa04',
  /** Questions are never answered. */
  silent: '5e8a5c1c-54a5-4a0c-96f3-7b3a8f3a3b05',
  /** Of the answer, only a half arrives. */
  halting: '6f9f7a53-1f1b-4a55-8a3c-2e8f64b9cc06',
  /** Questions end with a closed connection. */
  dropped: '70a6e9a4-93c7-4b8e-b0f6-6d9c80d1dd07',
  /** Is said to be eligible in a word that the contract does not have. */
  muddled: '92c8ab16-b5e9-4da0-92b8-8fb2d2f3ff09',
  /** Questions are sent elsewhere. */
  redirected: '81b7fa05-a4d8-4c9f-81a7-7ea1c1e2ee08',
} as const

/** Tokens: the second is what a claims challenge asks for. */
export const tokens = { first: 'the-first-token', second: 'the-second-token' } as const

/** What a claims challenge asks for. */
export const claims = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}'

/** Seconds in `Retry-After`. */
export const retryAfter = 1
