/** The base class of this package's errors. */
export class FleetError extends Error {
  override name = 'FleetError'
}

/**
 * Why a database cannot be used: the server does not answer (`unreachable`), the connection was lost (`lost`), the server rejects the user
 * (`refused`), the database does not exist (`missing`), the server is older than PostgreSQL 15 (`version`), the user lacks a privilege
 * (`rights`), the tables are missing or need a migration (`uninitialized`) or belong to a newer version (`newer`), or a setting could lose
 * committed data (`unsafe`).
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

/** Thrown if the database cannot be used. The message's first line says why, the others what to do; it never contains a password. */
export class DatabaseError extends FleetError {
  override name = 'DatabaseError'
  /** Why the database cannot be used. */
  readonly problem: DatabaseProblem

  constructor(problem: DatabaseProblem, message: string, options?: ErrorOptions) {
    super(message, options)
    this.problem = problem
  }
}

/** Thrown if a list cannot be added or found. Nothing was sent. */
export class FleetListError extends FleetError {
  override name = 'FleetListError'
}
