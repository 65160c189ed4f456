import type { Progress } from '@partner-upgrades/bulk'
import type { ProcessIdentity } from '@partner-upgrades/client/node'

/** The options of `add`. */
export interface AddOptions {
  /** The partner that the list belongs to. A new one is added, with `service` as its base URL. */
  readonly partner: string
  /**
   * The service's base URL, for a new partner.
   * @default that of the global cloud
   */
  readonly service?: string | undefined
  /** Whether to check eligibility only. @default false */
  readonly dryRun?: boolean | undefined
  /**
   * The name by which commands refer to the list.
   * @default the file's name, with the prefix `dry-run:` for a dry run
   */
  readonly name?: string | undefined
  /**
   * The path of bulk's journal, if bulk has begun the list: everything in it is handed over, and the journal is sealed. If the call is
   * interrupted, repeat it to complete the hand-over.
   * @default none: bulk has not begun the list
   */
  readonly journal?: string | undefined
  /**
   * With `journal`: the folder with bulk's records of creates, which contain more than the journal does.
   * @default `partner-upgrades/creates` in this user's state folder
   */
  readonly stateFolder?: string | undefined
  /** With `journal`: called with the list's progress before anything is changed. Throw to cancel. */
  readonly onJournal?: ((progress: Progress) => void | Promise<void>) | undefined
  /** With `journal`: called before waiting `ms` milliseconds for a sign of life from a process on another machine that has it open. */
  readonly onWait?: ((process: ProcessIdentity, ms: number) => void) | undefined
}

/** A list that was added. */
export interface AddedList {
  /** Its number in the fleet. */
  readonly id: number
  /** Its name. */
  readonly name: string
  /** The number of rows. */
  readonly rows: number
  /** What was ignored, merged or corrected in the file, one sentence each. */
  readonly notes: readonly string[]
  /** With `journal`: the list's progress in the fleet. */
  readonly handedOver?: Pick<Progress, 'open' | 'ended'>
}
