import { getResponse, type HttpHandler } from 'msw'
import { asRatio, type Goal } from '../goals.ts'
import { withVersion } from '../manifests.ts'
import { paragraphs } from '../markdown.ts'
import { type Contender, describeRounds, type Rounds, runRounds } from '../rounds.ts'
import { handWrittenHandlers, ourMock } from './handlers.ts'
import { rateRatio, toRateTable } from './rates.ts'
import { origin, type Question, questions, toInit } from './request.ts'
import type { Section } from './section.ts'
import { sourceHandlers } from './source-handlers.ts'

const floor = 'floor: `Request`, `json()`, `Response.json`'
const byHand = `hand-written handlers, ${withVersion('msw')}`
const source = withVersion('@msw/source')
const ours = '**@partner-upgrades/mocks**'

/** Measures responses through msw's `getResponse`. */
export async function measureInProcess(rounds: Rounds): Promise<Section> {
  const tables: string[] = []
  const goals: Goal[] = []
  for (const question of questions) {
    const timings = await runRounds(await contendersFor(question), rounds)
    tables.push(`### ${question.name}`, toRateTable(timings, byHand, 'hand-written'))
    goals.push({
      claim: (limit) =>
        `Responses to ${question.name} through getResponse are ${limit} as many as from hand-written handlers`,
      direction: 'at least',
      limit: 1.2,
      measured: rateRatio(timings, ours, byHand),
      format: asRatio,
    })
  }
  const markdown = paragraphs(
    "## In process, through msw's `getResponse`",
    `Each time: a new \`Request\` with the documented headers, the response from msw 3's \`getResponse(handlers, request)\`, ` +
      `its status compared and its body read. ${describeRounds(rounds)}`,
    '- floor: no msw and no routing at all, only the fetch types: the minimum cost of anything built on them\n' +
      '- hand-written: three `http.post` handlers that read the body and respond with JSON or a `Location`; no validation, no state\n' +
      '- @msw/source: handlers that `fromOpenApi` creates from our document; no validation, no state. It is made for msw 2, and works with 3. Its paths with a hyphen in ' +
      'a parameter never match, so it has no response to status, and its create has no `Location`\n' +
      '- ours: request and response validated, upgrades stored, the journal written, correlation headers sent',
    ...tables,
  )
  return { markdown, goals }
}

async function contendersFor(question: Question): Promise<readonly Contender[]> {
  const all: Contender[] = [floorFor(question), through(byHand, question, handWrittenHandlers)]
  const made = await sourceHandlers()
  const fromSource = await getResponse(made, toRequest(question, 0))
  if (fromSource?.status === question.status) all.push(through(source, question, () => made))
  all.push(through(ours, question, () => ourMock().handlers))
  return all
}

/** @param makeHandlers called once per round, so that no round begins with the state of another */
function through(name: string, question: Question, makeHandlers: () => HttpHandler[]): Contender {
  let handlers: HttpHandler[] = []
  let n = 0
  return {
    name,
    prepare: () => {
      handlers = makeHandlers()
      n = 0
    },
    run: async (times) => {
      for (const end = n + times; n < end; n++) {
        const response = await getResponse(handlers, toRequest(question, n))
        if (response?.status !== question.status)
          throw new Error(`${name} responds to ${question.name} with ${response?.status}`)
        await response.text()
      }
    },
  }
}

function floorFor(question: Question): Contender {
  return {
    name: floor,
    run: async (times) => {
      for (let n = 0; n < times; n++) {
        const { customerId, productFamily } = await toRequest(question, n).json()
        await Response.json({ customerId, isEligible: true, productFamily }).text()
      }
    },
  }
}

function toRequest(question: Question, n: number): Request {
  return new Request(origin + question.path, toInit(question, n))
}
