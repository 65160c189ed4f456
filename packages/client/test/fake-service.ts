import { answer, answerJson, type RawHandler, type RawRequest } from './raw-server.ts'
import { completed, customerId } from './service.ts'

/** A service that creates an upgrade for each create it receives: it does not recognise repeated requests. */
export interface FakeService {
  /** The IDs of the upgrades created. */
  readonly upgrades: readonly string[]
  /** Answers as a healthy service does. */
  readonly serve: RawHandler
  /** Carries out a request, but lets the handler respond. */
  but(handler: RawHandler): RawHandler
}

export function createFakeService(): FakeService {
  const upgrades: string[] = []

  function carryOut({ path }: RawRequest): RawHandler {
    if (path.endsWith('/eligibility')) {
      const [upgradeId] = upgrades
      const inPlace = upgradeId === undefined ? {} : { upgradeId, reason: 'An upgrade is in place.' }
      return answerJson({ customerId, productFamily: 'azure', isEligible: upgradeId === undefined, ...inPlace })
    }
    if (path.endsWith('/status')) {
      const id = path.split('/').at(-2) ?? ''
      return upgrades.includes(id)
        ? answerJson({ ...completed, id })
        : answerJson({ code: 900106, description: 'No upgrade request was found' }, 404)
    }
    const upgradeId = crypto.randomUUID()
    upgrades.push(upgradeId)
    return answer(202, { Location: `productUpgrades/${upgradeId}` })
  }

  return {
    upgrades,
    serve: (request, socket) => carryOut(request)(request, socket),
    but: (handler) => (request, socket) => {
      carryOut(request)
      handler(request, socket)
    },
  }
}
