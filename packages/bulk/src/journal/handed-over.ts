import type { HandedOver } from '../store/journal-entry.ts'

/**
 * Describes where the list of a journal was handed over to, and what to do.
 *
 * @param path path of the journal
 * @param now a sentence on the consequences for the current command
 */
export function describeHandOver(path: string, { list, partner }: HandedOver, now: string): string {
  const name = JSON.stringify(list)
  return `${path} was handed over to a fleet, where its customers are the list ${name} of the partner ${partner}. ${now} Workers of the fleet continue it: partner-upgrades fleet status shows their progress. If there is no such list, repeat the hand-over: partner-upgrades fleet add with --journal.`
}
