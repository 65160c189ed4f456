import type { Progress } from '@partner-upgrades/bulk'
import type { ProcessIdentity } from '@partner-upgrades/client/node'

/** How a list is added. */
export interface AddOptions {
  /** The partner it belongs to. A new one is added with the service's base URL. */
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
   * @default the file's name, with `dry-run:` before it if it is one
   */
  readonly name?: string | undefined
  /**
   * The journal of bulk, if bulk has begun the list: everything it knows goes along, and it is ended. Repeat the same call if it is
   * interrupted: it completes what was begun.
   * @default bulk has not begun it
   */
  readonly journal?: string | undefined
  /**
   * With `journal`: the folder in which bulk took turns at each customer, for it knows more of the creates than a journal does.
   * @default `partner-upgrades/creates` in the folder for state of this user
   */
  readonly stateFolder?: string | undefined
  /** With `journal`: called before anything is changed, with how far the list is. Throw to change nothing. */
  readonly onJournal?: ((progress: Progress) => void | Promise<void>) | undefined
  /** With `journal`: called before waiting whether a process of another machine that has it open gives a sign of life, so many milliseconds. */
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
  /** What was ignored, merged or corrected in the file, in a sentence each. */
  readonly notes: readonly string[]
  /** With a journal: how far the list is in the fleet. */
  readonly handedOver?: Pick<Progress, 'open' | 'ended'>
}
