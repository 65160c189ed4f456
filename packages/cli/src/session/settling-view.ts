import type { SettleEvent } from '@partner-upgrades/client'
import { toDuration } from '../terminal/duration.ts'
import { headline } from '../terminal/headline.ts'
import type { Report } from '../terminal/report.ts'

/** Reports that the outcome of the create is unknown, and what the client does about it. */
export function settlingReport({ requestId, settleFor }: SettleEvent): Report {
  const text = `outcome unclear; looking for the upgrade for up to ${toDuration(settleFor)} before sending the create again`
  return {
    json: { event: 'settling', requestId, settleFor },
    plain: [`settling: ${text}`],
    screen: (paint, width) => headline(paint, width, 'open', 'Settling', text),
  }
}
