import type { ProductUpgradesClient } from '../../src/index.ts'
import { answer, answerJson, hangUp, type RawHandler, reset, write } from '../raw-server.ts'
import { completed, request } from '../service.ts'
import type { FaultCase, Stage } from './stage.ts'

const create = (upgrades: ProductUpgradesClient): Promise<unknown> => upgrades.create(request)
const ensure = (upgrades: ProductUpgradesClient): Promise<unknown> => upgrades.ensure(request)
const resent = { run: create, creates: 2, outcome: 'success', upgrades: 1 }
const inProgress = answerJson(
  { code: 900109, description: `This upgrade is not allowed as original upgrade ${completed.id} is in progress` },
  409,
)
const found = { run: create, attempts: 3, outcome: 'success', upgrades: 1 }
const gateway = answer(502, { 'Content-Type': 'text/html' }, '<h1>Bad Gateway</h1>')

/** Asserts that the result refers to the only upgrade that was created. */
function recovers({ result, service }: Stage & { readonly result: unknown }): void {
  const { upgradeId } = Object(result)
  if (upgradeId !== service.upgrades[0]) throw new Error(`${upgradeId} is not ${service.upgrades[0]}`)
}

/** The first create takes effect, but the handler responds. */
const after = (handler: RawHandler) => ({ steps: ({ service }: Stage) => [service.but(handler)], also: recovers })

/** Creates whose effect is unknown. */
export const creates: readonly FaultCase[] = [
  { name: 'create: 502 after taking effect', ...found, ...after(gateway) },
  { name: 'create: 500 after taking effect', ...found, ...after(answer(500)) },
  { name: 'create: 504 after taking effect', ...found, ...after(answer(504)) },
  { name: 'create: 408 after taking effect', ...found, ...after(answer(408)) },
  { name: 'create: hung up on after taking effect', ...found, ...after(hangUp) },
  { name: 'create: reset after taking effect', ...found, ...after(reset) },
  {
    name: 'create: stalled after taking effect',
    ...found,
    steps: ({ service, timeIsUp }) => [service.but(timeIsUp)],
    also: recovers,
  },
  {
    name: 'create: response cut in its headers',
    ...found,
    ...after(write('HTTP/1.1 202 Accepted\r\nLocation: productUp', reset)),
  },
  { name: 'create: 202 without Location', ...found, ...after(answer(202)) },
  {
    name: 'create: 202 with a hostile Location',
    ...found,
    ...after(answer(202, { Location: 'https://evil.example/' })),
  },
  {
    name: 'create: 202 with a Location elsewhere is not followed',
    ...found,
    steps: ({ service, elsewhere }) => [service.but(answer(202, { Location: `${elsewhere.url}/v1/productUpgrades` }))],
    also: recovers,
  },
  {
    name: 'create: 202 with a body',
    run: create,
    steps: () => [answerJson(completed, 202, { Location: `productUpgrades/${completed.id}` })],
    attempts: 1,
    outcome: 'success',
  },
  {
    name: 'create: 202 without Location, and the upgrade is never shown',
    run: create,
    steps: () => [answer(202)],
    creates: 1,
    outcome: 'OutcomeUnknownError',
  },
  { name: 'create: 502 without effect is sent again', ...resent, steps: () => [gateway] },
  { name: 'create: reset without effect is sent again', ...resent, steps: () => [reset] },
  {
    name: 'create: 502 on every attempt',
    run: create,
    steps: ({ service }) =>
      Array.from(
        { length: 100 },
        (): RawHandler => (seen, socket) =>
          (seen.path.endsWith('/productUpgrades') ? gateway : service.serve)(seen, socket),
      ),
    options: () => ({ totalTimeout: 3_600_000 }),
    creates: 4,
    outcome: 'OutcomeUnknownError',
  },
  {
    name: 'create: 502, and eligibility fails',
    run: create,
    steps: ({ service }) => [service.but(gateway), ...Array.from({ length: 200 }, () => gateway)],
    creates: 1,
    outcome: 'OutcomeUnknownError',
    upgrades: 1,
  },
  {
    name: 'create: 502, not eligible and no upgrade named',
    run: create,
    steps: () => [gateway, ...Array.from({ length: 200 }, () => answerJson({ ...request, isEligible: false }))],
    creates: 1,
    outcome: 'OutcomeUnknownError',
  },
  {
    name: 'create: sent again, and the first turns out to be in progress',
    run: create,
    steps: () => {
      let creates = 0
      return Array.from(
        { length: 100 },
        (): RawHandler => (seen, socket) =>
          (!seen.path.endsWith('/productUpgrades')
            ? answerJson({ ...request, isEligible: true })
            : creates++ === 0
              ? gateway
              : inProgress)(seen, socket),
      )
    },
    creates: 2,
    outcome: 'success',
  },
  { name: 'ensure: creates', run: ensure, attempts: 2, outcome: 'success', upgrades: 1 },
  {
    name: 'ensure: 502 after taking effect',
    ...after(gateway),
    run: ensure,
    steps: ({ service }) => [service.serve, service.but(gateway)],
    attempts: 4,
    outcome: 'success',
    upgrades: 1,
  },
  {
    name: 'ensure: adopts the completed upgrade of 900110',
    run: ensure,
    steps: ({ service }) => [
      service.serve,
      answerJson(
        { code: '900110', description: `Cannot process the upgrade request for completed upgrade ${completed.id}` },
        400,
      ),
    ],
    attempts: 2,
    outcome: 'success',
  },
  {
    name: 'ensure: another refusal is a refusal',
    run: ensure,
    steps: ({ service }) => [service.serve, answerJson({ code: '900105', description: 'Suspended.' }, 403)],
    attempts: 2,
    outcome: 'FaultError 403 900105',
  },
]
