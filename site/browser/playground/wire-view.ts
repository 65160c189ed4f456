import { contract } from '@partner-upgrades/spec/contract'
import { copyButton } from '../copy.ts'
import { button, el } from '../element.ts'
import { type Exchange, faultCode, outcomeText, requestText, retryAfter } from './exchange.ts'

/** The actions that an exchange offers. */
export interface WireActions {
  /** Advances the clock by some seconds, and sends the same request again. */
  readonly waitAndRepeat: (exchange: Exchange, seconds: number) => void
  /** The relative path to the root of the site. */
  readonly root: string
}

/** Displays all exchanges, newest first. */
export function wireView(exchanges: readonly Exchange[], actions: WireActions): readonly HTMLElement[] {
  return exchanges
    .map((exchange, index) => exchangeView(exchange, index, index === exchanges.length - 1, actions))
    .reverse()
}

function exchangeView(
  exchange: Exchange,
  index: number,
  isLatest: boolean,
  { waitAndRepeat, root }: WireActions,
): HTMLElement {
  const { step, request, outcome } = exchange
  const title = contract.operations[step.operation]?.summary ?? step.operation
  const seconds = retryAfter(outcome)
  const code = faultCode(outcome)
  const fault = code === undefined ? undefined : contract.faults[code]
  const wire = el(
    'div',
    { class: 'wire' },
    message('Request', requestText(request)),
    message('Response', outcomeText(outcome)),
  )
  return el(
    'details',
    { class: 'exchange', open: isLatest, 'data-status': statusOf(exchange) },
    el(
      'summary',
      {},
      `${index + 1}. ${title} `,
      el('span', { class: `status ${kindOf(exchange)}` }, statusOf(exchange)),
      ` ${timing(exchange)}`,
    ),
    wire,
    ...(fault === undefined
      ? []
      : [
          el(
            'p',
            {},
            el('a', { href: `${root}faults/${fault.code}.html` }, `What ${fault.code} means`),
            `: ${fault.remedy}`,
          ),
        ]),
    ...(seconds === undefined || !isLatest
      ? []
      : [
          el(
            'p',
            {},
            button(`Wait ${seconds} s and send again`, () => waitAndRepeat(exchange, seconds), { class: 'main' }),
          ),
        ]),
  )
}

function message(label: string, text: string): HTMLElement {
  return el(
    'div',
    { class: 'message' },
    el('p', { class: 'caption' }, label),
    el('pre', { tabindex: '0', 'aria-label': label }, text),
    copyButton(() => text),
  )
}

function statusOf({ outcome }: Exchange): string {
  if (outcome.kind === 'answered') return String(outcome.status)
  return outcome.kind === 'waiting' ? 'waiting' : 'no response'
}

function kindOf({ outcome }: Exchange): string {
  if (outcome.kind !== 'answered') return outcome.kind === 'waiting' ? 'open' : 'bad'
  return outcome.status < 300 ? 'good' : 'bad'
}

function timing({ sentAt, outcome }: Exchange): string {
  const at = `sent ${clockText(sentAt)}`
  return outcome.kind === 'waiting' || outcome.at === sentAt
    ? at
    : `${at}, ended ${(outcome.at - sentAt) / 1_000} s later`
}

/** Formats a time of the simulation's clock. */
export function clockText(time: number): string {
  return new Date(time).toISOString().replace('T', ' ').replace('.000Z', ' UTC')
}
