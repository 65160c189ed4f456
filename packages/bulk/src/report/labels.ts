import type { Actor } from '@partner-upgrades/spec'
import type { Result } from '../results/result.ts'

/** The names and meanings of the outcomes on the page, in their order there. */
export const outcomeWords: Readonly<Record<Result['outcome'], { readonly name: string; readonly means: string }>> = {
  completed: { name: 'Completed', means: 'The customer has an Azure plan now.' },
  eligible: { name: 'Eligible', means: 'The customer can be upgraded. Nothing was created.' },
  upgraded: {
    name: 'Already upgraded',
    means: 'The customer has an upgrade, completed or in progress. Nothing was created.',
  },
  partial: { name: 'Partly completed', means: 'Some of the customer’s products were moved, others were not.' },
  failed: { name: 'Failed', means: 'The upgrade was started and ended without success.' },
  ineligible: { name: 'Not eligible', means: 'The customer cannot be upgraded at present. Nothing was created.' },
  rejected: { name: 'Rejected', means: 'Partner Center rejected it or was unreachable. Nothing was created.' },
  unknown: { name: 'Unknown', means: 'The outcome could not be established. Check these first.' },
  open: { name: 'Open', means: 'Not settled yet. If no run is in progress, run the same command again.' },
}

/** Who must act, in words. */
export const actorWords: Readonly<Record<Actor, string>> = {
  developer: 'A developer must act.',
  partner: 'You, the partner, must act.',
  customer: 'The customer must act.',
  microsoft: 'Microsoft must act.',
  nobody: 'Nobody needs to act.',
}

/** Formats a number with thousands separators. */
export function count(value: number): string {
  return value.toLocaleString('en')
}

/** Formats a share in percent: 0 and 100 stand for exactly none and all. */
export function share(part: number, whole: number): string {
  const percent = (100 * part) / Math.max(1, whole)
  if (part > 0 && percent < 0.1) return '< 0.1 %'
  if (part < whole && percent > 99.9) return '> 99.9 %'
  return `${percent.toFixed(percent < 10 && percent % 1 !== 0 ? 1 : 0)} %`
}

/** Formats a time to the minute, in UTC. */
export function time(value: string | number | undefined): string {
  return value === undefined ? '–' : `${new Date(value).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** Formats a span of time, rounded to one unit. */
export function span(ms: number): string {
  const units: readonly (readonly [string, number])[] = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
    ['second', 1_000],
  ]
  const [name, length] = units.find(([, length]) => ms >= 1.5 * length) ?? ['second', 1_000]
  const amount = Math.round(ms / length)
  return `${amount} ${name}${amount === 1 ? '' : 's'}`
}
