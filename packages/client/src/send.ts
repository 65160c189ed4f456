import type { OperationId } from '@partner-upgrades/spec'
import { type Answer, attempt } from './attempt.ts'
import { backoff } from './backoff.ts'
import { textOf } from './bodies.ts'
import type { Call } from './call.ts'
import type { Context } from './context.ts'
import { aborted, isPassing, RequestTimeoutError } from './errors.ts'
import { authenticationFailure } from './fault.ts'
import { tell } from './hooks.ts'
import { parseObject } from './json.ts'
import { parseRetryAfter } from './retry-after.ts'
import { openScope } from './scope.ts'

/**
 * Sends a request, and sends it again where that is safe and may help. The whole answer has arrived when it returns.
 *
 * @throws PartnerCenterError if no answer can be had.
 */
export async function send(request: Request, call: Call, context: Context): Promise<Response> {
  const { clock, gate, maxRetryAfter, onRetry } = context
  const operation = operationOf(request.url)
  const body = await textOf(request)
  let refusal: Answer | undefined
  for (let retries = 0; ; ) {
    if (!gate.pass()) await wait(call, context)
    const ending = await attempt(operation, request, body, call, context, refusal).finally(gate.leave)
    const { error, record } = ending
    if (!error && !refusal && ending.record.status === 401 && !authenticationFailure(parseObject(ending.text))) {
      refusal = ending
      continue
    }
    const asked = error ? undefined : parseRetryAfter(ending.response.headers.get('Retry-After'), clock.now())
    const delay = backoff(retries, context.random(), asked)
    if (record?.status === 429) gate.close(Math.min(asked ?? delay, maxRetryAfter))
    // Of a create, only what cannot have had an effect is sent again.
    const harmless = operation !== 'createProductUpgrade' || record?.status === 429 || error?.unsent
    const late = (asked ?? 0) > maxRetryAfter || clock.now() + delay >= call.endsAt
    if (!record || !harmless || late || !isPassing(error?.name ?? record.status) || retries++ >= context.retries) {
      if (error) throw error
      return ending.response
    }
    tell(onRetry, { ...record, delay })
    await clock.sleep(delay, call.signal)
  }
}

/** The operation a URL belongs to. All are POST, so this, and never the verb, decides what may be sent twice. */
function operationOf(url: string): OperationId {
  if (/\/eligibility\/?$/i.test(url)) return 'checkProductUpgradeEligibility'
  return /\/status\/?$/i.test(url) ? 'getProductUpgradeStatus' : 'createProductUpgrade'
}

/** Waits at the gate, but no longer than the call may last. */
async function wait({ signal, endsAt }: Call, { gate, clock }: Context): Promise<void> {
  const timeout = endsAt - clock.now()
  const scope = openScope(timeout, signal)
  try {
    await gate.wait(scope.signal)
  } catch (cause) {
    throw signal?.aborted ? aborted(signal) : new RequestTimeoutError(`No turn within ${timeout} ms`, { cause })
  } finally {
    scope.end()
  }
}
