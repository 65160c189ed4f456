import {
  context as contexts,
  metrics,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { callHook, type Hooks } from './telemetry/hooks.ts'
import { defined } from './values/json.ts'

const scope = '@partner-upgrades/client'

/**
 * Makes hooks that report to OpenTelemetry: a client span for each HTTP request, whose context is sent as `traceparent`, and a histogram of
 * the durations of calls, in seconds. Attributes hold IDs and statuses, never a token or a body.
 *
 * @param hooks your own hooks, called as well.
 * @example
 * createProductUpgradesClient({ credential, ...withOpenTelemetry({ onAudit: log }) })
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/
 */
export function withOpenTelemetry(hooks: Hooks = {}): Hooks {
  const tracer = trace.getTracer(scope)
  const durations = metrics.getMeter(scope).createHistogram('partner_upgrades.call.duration', {
    unit: 's',
    description: 'Duration of calls, with their retries and waits',
  })
  const spans = new Map<string, Span>()
  return {
    ...hooks,
    onRequest(event) {
      const { operation, method, url, requestId, correlationId, headers } = event
      const attributes = {
        'http.request.method': method,
        'url.full': url,
        'server.address': new URL(url).hostname,
        'partner_center.request_id': requestId,
        'partner_center.correlation_id': correlationId,
      }
      const span = tracer.startSpan(operation, { kind: SpanKind.CLIENT, attributes })
      spans.set(requestId + correlationId, span)
      propagation.inject(trace.setSpan(contexts.active(), span), headers, {
        set: (carrier, name, value) => carrier.set(name, value),
      })
      callHook(hooks.onRequest, event)
    },
    onResponse(event) {
      const { requestId, correlationId, status, error, cv, serverId } = event
      const key = requestId + correlationId
      const span = spans.get(key)
      spans.delete(key)
      const failure = error ?? (Number(status) >= 400 ? String(status) : undefined)
      const attributes = {
        'http.response.status_code': status,
        'partner_center.cv': cv,
        'partner_center.server_id': serverId,
        'error.type': failure,
      }
      span?.setAttributes(defined(attributes))
      if (failure) span?.setStatus({ code: SpanStatusCode.ERROR })
      span?.end()
      callHook(hooks.onResponse, event)
    },
    onAudit(record) {
      const { call, outcome, duration } = record
      durations.record(duration / 1000, { 'partner_upgrades.call': call, 'partner_upgrades.outcome': outcome })
      callHook(hooks.onAudit, record)
    },
  }
}
