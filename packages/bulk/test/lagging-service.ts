import type { Clock } from '@partner-upgrades/client'
import { createNaiveService, type NaiveService } from '@partner-upgrades/store-proof'

/** How late a service carries out creates and shows what they did, in milliseconds, and how it answers the first create of a customer. */
export interface Lags {
  /** From a create's arrival to its upgrade. @default 0 */
  readonly commit?: number
  /** From an upgrade to the first look that shows it. @default 0 */
  readonly sight?: number
  /** In place of the service's own answer. */
  answerCreate?(number: number): Response | Error | undefined
  /** Whether a create takes effect, by its number. @default all do */
  takesEffect?(number: number): boolean
}

/** A service that recognises no request, and is late: what it was asked takes effect, and can be seen, some time afterwards. */
export function createLaggingService(
  clock: Clock,
  { commit = 0, sight = 0, answerCreate, takesEffect = () => true }: Lags,
): NaiveService & { readonly fetch: (url: string, init: RequestInit) => Promise<Response> } {
  const service = createNaiveService(clock)
  const numbers = new Map<string, number>()
  const shownFrom = new Map<string, number>()
  const underWay: { readonly due: number; carryOut(): Response }[] = []

  /** Carries out what is due: a timer would have a clock that skips to the next sleeper skip to it. */
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
