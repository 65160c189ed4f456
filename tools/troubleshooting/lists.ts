import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { upgradeCustomers } from '@partner-upgrades/bulk'
import { createClock, createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { messageOf, type Symptoms } from './symptoms.ts'

const [first, second] = ['4c721420-72ad-4708-a0a7-371a2f7b0969', '58e2af4f-0ad3-4688-8744-be2357cd939a']

interface Place {
  readonly list: string
  readonly journal: string
  readonly run: (options?: { readonly dryRun?: boolean; readonly journal?: string }) => Promise<unknown>
}

/** Returns the message with which the second run of a list fails, after the files of the first were changed. */
async function secondRun(between: (place: Place) => Promise<unknown>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'troubleshooting-'))
  const { fetch, clock } = createPartnerCenterMock({ clock: createClock({ auto: true }) })
  const list = join(folder, 'customers.csv')
  writeFileSync(list, `customerId\n${first}\n`)
  const place: Place = {
    list,
    journal: join(folder, 'customers.dry-run.journal.jsonl'),
    run: (options = { dryRun: true }) =>
      upgradeCustomers({
        file: list,
        stateFolder: join(folder, 'state'),
        client: { credential: 'a-token', fetch, clock },
        ...options,
      }),
  }
  try {
    await place.run()
    return await messageOf(() => between(place))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The messages with which runs of lists fail. */
export const lists: Symptoms = {
  '… is the journal of another list of customers: …': () =>
    secondRun(async ({ list, run }) => {
      appendFileSync(list, `${second}\n`)
      await run()
    }),
  '… is the journal of a dry run, but this is a real one. Use another journal. Nothing was sent by this command.': () =>
    secondRun(({ journal, run }) => run({ journal })),
  '… is damaged: line … does not follow the ones before it. …': () =>
    secondRun(async ({ journal, run }) => {
      const [head, , ...rest] = readFileSync(journal, 'utf8').split('\n')
      writeFileSync(journal, [head, ...rest].join('\n'))
      await run()
    }),
}
