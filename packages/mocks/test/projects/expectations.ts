const missing = 'POST /v1/productUpgrades was rejected: The request is invalid: body must have required property'

/** The messages of the tests that are meant to fail: method, path and reason. */
export const messages: Readonly<Record<string, readonly string[]>> = {
  'fails: another host': ['GET https://graph.example/v1.0/me is outside the contract, and no other handler answers it'],
  'fails: a path that the contract does not have': [
    'GET https://api.partnercenter.microsoft.com/v1/cars is outside the contract, and no other handler answers it',
  ],
  'fails: such a path over HTTP': ['GET /v1/cars is outside the contract, and no other handler answers it'],
  'fails: a body that is rejected': [`${missing} 'productFamily'`],
  'fails: a response that violates the contract': [
    'POST /v1/productUpgrades: The 202 response of createProductUpgrade violates the contract: /headers/Location is required',
  ],
  'fails: on its own, and reports the violation, too': ['expected 202, got 400', `${missing} 'productFamily'`],
  'fails: a violation that does not match': ['GET https://graph.example/v1.0/me is outside the contract'],
  'fails: the one with a violation': [`${missing} 'customerId'`],
}

/** One test as its runner reports it. */
export interface Reported {
  readonly name: string
  readonly passed: boolean
  readonly message: string
}

/** The report that a runner should give of a test, given its name and its actual message. */
export function expectedOf({ name, message }: Reported, said = messages[name] ?? []): Reported {
  const missed = said.filter((text) => !message.includes(text))
  return { name, passed: name.startsWith('passes'), message: missed.length === 0 ? message : missed.join('\n') }
}
