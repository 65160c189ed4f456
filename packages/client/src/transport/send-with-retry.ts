import { aborted, RequestTimeoutError } from '../errors/errors.ts'
import { authenticationFailure } from '../errors/fault.ts'
import { isRetryable } from '../errors/is-retryable.ts'
import type { RequestName } from '../telemetry/audit.ts'
import { callHook } from '../telemetry/hooks.ts'
import { startTimeout } from '../time/timeout-signal.ts'
import { backoff } from './backoff.ts'
import { textOf } from './body-text-cache.ts'
import type { Call } from './call.ts'
import type { Context } from './context.ts'
import { type Answer, sendOnce } from './send-once.ts'

/**
 * Sends a request, and retries it where that is safe and may help. When it returns, the complete response has arrived.
 *
 * @throws PartnerCenterError if no complete response was received.
 */
export async function sendWithRetry(
  operation: RequestName,
  request: Request,
  call: Call,
  context: Context,
): Promise<Response> {
  const { clock, gate, maxRetryAfter, onRetry } = context
  const body = await textOf(request)
  let refusal: Answer | undefined
  for (let retries = 0; ; ) {
    if (!gate.pass()) await waitForTurn(call, context)
    const ending = await sendOnce(operation, request, body, call, context, refusal).finally(gate.leave)
    const { error, record } = ending
    // Only a create has an effect. If it may have had one, only `createOnce` may retry it, after looking for the upgrade.
    const harmless = (record?.effect ?? 'none') === 'none'
    if (harmless && !error && !refusal && ending.record.status === 401 && !authenticationFailure(ending.body)) {
      refusal = ending
      continue
    }
    const { retryAfter } = record ?? {}
    const delay = backoff(retries, context.random(), retryAfter)
    if (record?.status === 429) gate.close(Math.min(retryAfter ?? delay, maxRetryAfter))
    const late = (retryAfter ?? 0) > maxRetryAfter || clock.elapsed() + delay >= call.endsAt
    if (!record || !harmless || late || !isRetryable(error?.name ?? record.status) || retries++ >= context.retries) {
      if (error) throw error
      return ending.response
    }
    callHook(onRetry, { ...record, delay })
    await clock.sleep(delay, call.signal)
  }
}

/** Waits at the gate, but no longer than the call may take. */
async function waitForTurn({ signal, endsAt }: Call, { gate, clock }: Context): Promise<void> {
  const timeout = endsAt - clock.elapsed()
  const timeoutSignal = startTimeout(timeout, signal)
  try {
    await gate.wait(timeoutSignal.signal)
  } catch (cause) {
    throw signal?.aborted ? aborted(signal) : new RequestTimeoutError(`Not sent within ${timeout} ms`, { cause })
  } finally {
    timeoutSignal.clear()
  }
}
