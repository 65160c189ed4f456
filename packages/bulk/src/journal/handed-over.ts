import type { HandedOver } from '../store/journal-entry.ts'

/**
 * Says where the list of a journal has gone, and what to do.
 *
 * @param path the journal
 * @param now what becomes of whoever asks
 */
export function describeHandOver(path: string, { list, partner }: HandedOver, now: string): string {
  const name = JSON.stringify(list)
  return `${path} was handed over to a fleet, where its customers are the list ${name} of the partner ${partner}. ${now} Workers of the fleet go on with it: partner-upgrades fleet status shows how far they are. If there is no such list, repeat the hand-over: partner-upgrades fleet add with --journal.`
}
