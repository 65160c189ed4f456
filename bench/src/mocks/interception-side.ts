// One side of `interception.ts`, in a separate process: node interception-side.ts SIDE
import { setImmediate } from 'node:timers/promises'
import { setupServer } from 'msw/node'
import { setupServer as setupServer2 } from 'msw2/node'
import { serveRuns } from '../isolated.ts'
import { handWrittenHandlers, handWrittenHandlers2, ourMock } from './handlers.ts'
import { eligibility, origin, toInit } from './request.ts'

const sides: Readonly<Record<string, () => typeof fetch>> = {
  byHand2: () => {
    setupServer2(...handWrittenHandlers2()).listen()
    return fetch
  },
  byHand3: () => {
    setupServer(...handWrittenHandlers()).listen()
    return fetch
  },
  ours3: () => {
    setupServer(...ourMock().handlers).listen()
    return fetch
  },
  ours: () => ourMock().fetch,
}

const call = sides[process.argv[2] ?? '']?.()
if (call === undefined) throw new Error(`The sides are ${Object.keys(sides).join(', ')}.`)
const url = origin + eligibility.path

serveRuns(async (times) => {
  for (let n = 0; n < times; n++) {
    const response = await call(url, toInit(eligibility, n))
    if (response.status !== eligibility.status) throw new Error(`The response is ${response.status}.`)
    await response.text()
    // With msw 3 a whole call consists of promises: without a pause undici would never notice that a connection is free again.
    await setImmediate()
  }
})
