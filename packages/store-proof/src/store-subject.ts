/** The list of a run, and the address of the service. */
export interface ProofList {
  /** Path of the list, a CSV file. */
  readonly file: string
  /** The folder of the list, which belongs to this run alone; it is removed afterwards. */
  readonly folder: string
  /** The base URL of the service, on loopback. */
  readonly service: string
}

/** How to start a worker: a program for the current Node.js executable. */
export interface WorkerCommand {
  /** The program: it works until no row is open, then exits with code 0. */
  readonly program: string
  /** Its arguments. @default none */
  readonly args?: readonly string[]
  /** Options of Node itself. @default none */
  readonly execArgv?: readonly string[]
}

/** An empty store for one list. */
export interface OpenedStore {
  /**
   * The worker. It calls `runBulk` with `workerOptions`. If it uses other options, it must pass the environment variable `WORKER_NAME` as
   * the client's option `application`, and should poll upgrades and settle creates in doubt within a second, or the run takes long.
   */
  readonly worker: WorkerCommand
  /** Returns how each customer ended, in the order of the list: `endOf` each result. */
  ends(): Promise<readonly string[]>
  /** Removes the store. */
  close(): Promise<void>
}

/** The kind of store to prove. */
export interface StoreSubject {
  /** How long a worker may be silent before others take over, in milliseconds. */
  readonly lease: number
  /**
   * Whether workers may run on several machines with different clocks; otherwise, they share the clock of one machine, which may be set.
   * @default false
   */
  readonly severalMachines?: boolean
  /**
   * Crashes the server that holds the stores, and brings it back.
   * @default only workers can crash
   */
  readonly crash?: () => Promise<void>
  /**
   * Cuts the connections of all workers to the store.
   * @default there are no connections
   */
  readonly disconnect?: () => Promise<void>
  /** Creates an empty store for a list. */
  open(list: ProofList): Promise<OpenedStore>
}
