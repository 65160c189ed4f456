import type { Clock } from '@partner-upgrades/client'
import { createNaiveService, type NaiveService } from '@partner-upgrades/store-proof'

/** How late a service carries out creates and shows their upgrades, in milliseconds, and how it responds to creates. */
export interface Lags {
  /** From the arrival of a create to its upgrade. @default 0 */
  readonly commit?: number
  /** From an upgrade to when requests show it. @default 0 */
  readonly sight?: number
  /** Returns the response to a customer's nth create, or an error to throw. @default the service's own response */
  answerCreate?(number: number): Response | Error | undefined
  /** Whether a customer's nth create takes effect. @default all do */
  takesEffect?(number: number): boolean
}

/** Creates a service that does not deduplicate, and whose creates take effect and become visible after some delay. */
export function createLaggingService(
  clock: Clock,
  { commit = 0, sight = 0, answerCreate, takesEffect = () => true }: Lags,
): NaiveService & { readonly fetch: (url: string, init: RequestInit) => Promise<Response> } {
  const service = createNaiveService(clock)
  const numbers = new Map<string, number>()
  const shownFrom = new Map<string, number>()
  const underWay: { readonly due: number; carryOut(): Response }[] = []

  /** Carries out the creates that are due. With a timer, a clock that skips to the next sleeper would stop at each of them. */
  function catchUp(): void {
    for (const each of underWay.filter(({ due }) => due <= clock.now())) {
      underWay.splice(underWay.indexOf(each), 1)
      each.carryOut()
    }
  }

  function hidden(path: string, body: string): Response | undefined {
    const { customerId, productFamily } = JSON.parse(body)
    if ((shownFrom.get(customerId) ?? 0) <= clock.now()) return undefined
    if (path.endsWith('/eligibility')) return Response.json({ customerId, productFamily, isEligible: true })
    return Response.json({ code: '900106', description: 'No upgrade request was found' }, { status: 404 })
  }

  return {
    ...service,
    get creates() {
      return service.creates
    },
    async fetch(url, init) {
      catchUp()
      const path = new URL(url).pathname
      const body = String(init.body)
      if (/\/(eligibility|status)$/.test(path)) return hidden(path, body) ?? service.answer(path, new Headers(), body)
      const { customerId } = JSON.parse(body)
      const number = (numbers.get(customerId) ?? 0) + 1
      numbers.set(customerId, number)
      const carryOut = (): Response => {
        shownFrom.set(customerId, clock.now() + sight)
        return service.answer(path, new Headers(init.headers), body)
      }
      const told = answerCreate?.(number)
      let own: Response | undefined
      if (takesEffect(number)) {
        if (commit > 0) underWay.push({ due: clock.now() + commit, carryOut })
        else own = carryOut()
      }
      if (told instanceof Error) throw told
      return told ?? own ?? new Response(null, { status: 504 })
    },
  }
}
