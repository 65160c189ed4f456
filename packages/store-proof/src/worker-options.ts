/** The options that `workerOptions` returns for `runBulk` and `upgradeCustomers`. */
export interface WorkerOptions {
  /** Options of the client. */
  readonly client: {
    /** An arbitrary token: the service accepts any. */
    readonly credential: string
    /** The base URL of the service. */
    readonly baseUrl: string
    /** The worker's name, by which the service identifies the sender. */
    readonly application: string
    /** The least delay between two polls of an upgrade, in milliseconds. */
    readonly minPollDelay: number
    /** The greatest delay between two polls of an upgrade, in milliseconds. */
    readonly maxPollDelay: number
    /** How long to look for an upgrade after a create in doubt, in milliseconds. */
    readonly settleFor: number
  }
  /** The maximum number of customers in progress. */
  readonly parallel: number
  /** Polls per minute, shared by all workers. */
  readonly pollsPerMinute: number
}

/** Returns the options of a worker besides its store, with delays so short that a run takes seconds: upgrades take 0.1 s. */
export function workerOptions(service: string): WorkerOptions {
  return {
    client: {
      credential: 'token',
      baseUrl: service,
      application: process.env.WORKER_NAME ?? '',
      minPollDelay: 50,
      maxPollDelay: 50,
      // Longer than a slow disk blocks a worker that is about to send a create: it must not wake up after another has sent it.
      settleFor: 2_000,
    },
    parallel: 4,
    pollsPerMinute: 6_000,
  }
}
