/** The base class of this package's errors. */
export class FleetError extends Error {
  override name = 'FleetError'
}

/**
 * What is wrong with a database: nobody answers at its address (`unreachable`), its connection was lost (`lost`), it refuses the user
 * (`refused`), there is none of that name (`missing`), it is older than PostgreSQL 15 (`version`), the user may not do what is needed
 * (`rights`), its tables are not there (`uninitialized`) or those of a newer version (`newer`), or a setting would lose what was recorded
 * (`unsafe`).
 */
export type DatabaseProblem =
  | 'unreachable'
  | 'lost'
  | 'refused'
  | 'missing'
  | 'version'
  | 'rights'
  | 'uninitialized'
  | 'newer'
  | 'unsafe'

/** The database cannot be used. The first line of the message says why, further ones what to do; none holds a password. */
export class DatabaseError extends FleetError {
  override name = 'DatabaseError'
  /** What is wrong with it. */
  readonly problem: DatabaseProblem

  constructor(problem: DatabaseProblem, message: string, options?: ErrorOptions) {
    super(message, options)
    this.problem = problem
  }
}

/** The list cannot be added or found. Nothing was sent. */
export class FleetListError extends FleetError {
  override name = 'FleetListError'
}
