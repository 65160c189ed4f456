// Tests as users write them, for any runner. The name says whether the test must pass or fail.
const base = 'https://api.partnercenter.microsoft.com/v1/productUpgrades'
const customer = { customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969', productFamily: 'Azure' }

/** Calls as an application does. */
export function post(url, body = customer) {
  const headers = { Authorization: 'Bearer t', 'Content-Type': 'application/json' }
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** An application that swallows errors. */
export async function swallow(promise) {
  await promise.catch(() => {})
}

function equal(actual, expected) {
  if (actual !== expected) throw new Error(`expected ${expected}, got ${actual}`)
}

export const cases = (partnerCenter) => ({
  'passes: a call within the contract': async () => {
    equal((await post(base)).status, 202)
    equal(partnerCenter.requests.length, 1)
  },
  'passes: the upgrade of another test is not there': async () => {
    equal((await post(base)).status, 202)
    equal(partnerCenter.requests.length, 1)
  },
  'passes: a fault of the service': async () => {
    await post(base)
    equal((await post(base)).status, 409)
  },
  'passes: time advances': async () => {
    const id = (await post(base)).headers.get('location').split('/')[1]
    partnerCenter.clock.advance('1h')
    equal((await (await post(`${base}/${id}/status`)).json()).status, 'Completed')
  },
  'passes: over HTTP': async () => {
    equal((await post(`${await partnerCenter.listen()}/v1/productUpgrades`)).status, 202)
    equal(partnerCenter.requests.length, 1)
  },
  'passes: without interception': async () => {
    const headers = { Authorization: 'Bearer t', 'Content-Type': 'application/json' }
    const init = { method: 'POST', headers, body: JSON.stringify(customer) }
    equal((await partnerCenter.fetch('https://anywhere.example/v1/productUpgrades', init)).status, 202)
  },
  'fails: another host': () => swallow(fetch('https://graph.example/v1.0/me?secret=1')),
  'fails: a path that the contract does not have': () =>
    swallow(fetch('https://api.partnercenter.microsoft.com/v1/cars')),
  'fails: such a path over HTTP': async () => {
    await swallow(fetch(`${await partnerCenter.listen()}/v1/cars`))
  },
  'fails: a body that is rejected': () => swallow(post(base, { customerId: customer.customerId })),
  'fails: a response that violates the contract': async () => {
    partnerCenter.override({ createProductUpgrade: () => ({ status: 202 }) })
    await swallow(post(base))
  },
  'fails: on its own, and reports the violation, too': async () => {
    equal((await post(base, { customerId: customer.customerId })).status, 202)
  },
  'passes: every violation, if the test allows it': async () => {
    partnerCenter.allowViolations()
    await swallow(fetch('https://graph.example/v1.0/me'))
    equal((await post(base, {})).status, 400)
  },
  'passes: a violation that matches what the test allows': async () => {
    partnerCenter.allowViolations(/productFamily/)
    equal((await post(base, { customerId: customer.customerId })).status, 400)
  },
  'fails: a violation that does not match': async () => {
    partnerCenter.allowViolations(/productFamily/)
    await swallow(fetch('https://graph.example/v1.0/me'))
  },
  'passes: a test after those that fail': async () => {
    equal((await post(base)).status, 202)
  },
})

/** Two concurrent tests: each waits for the other one's previous step. */
export function concurrentCases() {
  const reached = [0, 1, 2, 3].map(() => Promise.withResolvers())
  return {
    'fails: the one with a violation': async () => {
      reached[0].resolve()
      await reached[1].promise
      await swallow(post(base, {}))
      reached[2].resolve()
      await reached[3].promise
    },
    'passes: the one that runs at the same time': async () => {
      await reached[0].promise
      equal((await post(base)).status, 202)
      reached[1].resolve()
      await reached[2].promise
      equal((await post(base)).status, 409)
      reached[3].resolve()
    },
  }
}

/** A test that leaves a request behind, and one that runs when it is sent. */
export function lateCases() {
  const over = Promise.withResolvers()
  const sent = Promise.withResolvers()
  return {
    'passes: leaves a request behind': () => {
      void over.promise.then(() => swallow(post(base, {}))).then(sent.resolve)
    },
    'passes: runs while that is sent': async () => {
      over.resolve()
      await sent.promise
    },
  }
}
