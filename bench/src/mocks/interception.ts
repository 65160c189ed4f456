import { join } from 'node:path'
import { asRatio } from '../goals.ts'
import { isolate } from '../isolated.ts'
import { withVersion } from '../manifests.ts'
import { paragraphs } from '../markdown.ts'
import { describeRounds, type Rounds, runRounds } from '../rounds.ts'
import { rateRatio, toRateTable } from './rates.ts'
import type { Section } from './section.ts'

const msw2 = withVersion('msw2', 'msw')
const msw3 = withVersion('msw')
const names = {
  byHand2: `hand-written handlers, \`setupServer\` of ${msw2}`,
  byHand3: `hand-written handlers, \`setupServer\` of ${msw3}`,
  ours3: `our handlers, \`setupServer\` of ${msw3}`,
  ours: '**`partnerCenter.fetch`**',
}

/** Measures a mocked `fetch`: intercepted by msw, or our own. */
export async function measureInterception(rounds: Rounds): Promise<Section> {
  const side = join(import.meta.dirname, 'interception-side.ts')
  const contenders = Object.entries(names).map(([key, name]) => isolate(name, side, [key]))
  try {
    const timings = await runRounds(contenders, rounds)
    return {
      markdown: paragraphs(
        '## A mocked `fetch`',
        '`fetch(url, init)` and its body read, then a turn of the event loop, one after the other: intercepted by msw, or our `partnerCenter.fetch`, which ' +
          'intercepts nothing. Eligibility, with the handlers from above. Each side has its own process, because msw patches ' +
          `globals of the whole process. ${describeRounds(rounds)}`,
        toRateTable(timings, names.byHand2, 'msw 2'),
      ),
      goals: [
        {
          claim: (limit) =>
            `partnerCenter.fetch gives ${limit} as many responses as hand-written handlers through setupServer of ${msw2}`,
          direction: 'at least',
          limit: 8,
          measured: rateRatio(timings, names.ours, names.byHand2),
          format: asRatio,
        },
        {
          claim: (limit) =>
            `Our handlers through setupServer of ${msw3} give ${limit} as many responses as hand-written ones`,
          direction: 'at least',
          limit: 1,
          measured: rateRatio(timings, names.ours3, names.byHand3),
          format: asRatio,
        },
      ],
    }
  } finally {
    for (const contender of contenders) contender.stop()
  }
}
