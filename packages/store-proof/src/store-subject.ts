/** The list of a run, and where its workers find the service. */
export interface ProofList {
  /** Path of the list, a CSV file. */
  readonly file: string
  /** A folder of the run's own, in which the list is; it is removed afterwards. */
  readonly folder: string
  /** The base URL of the service, on loopback. */
  readonly service: string
}

/** How a worker is started: a program for this Node. */
export interface WorkerCommand {
  /** The program: it works until no row is open, and ends with exit code 0 then. */
  readonly program: string
  /** Its arguments. @default none */
  readonly args?: readonly string[]
  /** Options of Node itself. @default none */
  readonly execArgv?: readonly string[]
}

/** A store in which a list is to be worked through. */
export interface OpenedStore {
  /**
   * The worker. `workerOptions` are its options for `runBulk`. If it has others, it has to send the name that it finds in the environment
   * variable `WORKER_NAME` as the client's option `application`, and should poll upgrades and settle doubts within a second, or the run
   * takes long.
   */
  readonly worker: WorkerCommand
  /** How each customer of the list ended, in its order: `endOf` each result. */
  ends(): Promise<readonly string[]>
  /** Removes it. */
  close(): Promise<void>
}

/** A kind of store, which is to be proven. */
export interface StoreSubject {
  /** How long a worker may be silent before others take over, in milliseconds. */
  readonly lease: number
  /**
   * Whether its workers may run on several machines, whose clocks differ, instead of sharing the clock of one, which may be set.
   * @default false
   */
  readonly severalMachines?: boolean
  /**
   * Crashes what keeps the stores, such as a server, and brings it back.
   * @default nothing can crash but the workers
   */
  readonly crash?: () => Promise<void>
  /**
   * Cuts the connections of all workers.
   * @default there are none
   */
  readonly disconnect?: () => Promise<void>
  /** Makes an empty store for a list. */
  open(list: ProofList): Promise<OpenedStore>
}
