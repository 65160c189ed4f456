/** The base class of this package's errors. */
export class FleetError extends Error {
  override name = 'FleetError'
}

/** The database cannot be used: it is not there, its schema is missing, older or newer, or a setting would lose what was recorded. */
export class DatabaseError extends FleetError {
  override name = 'DatabaseError'
}

/** The list cannot be added or found. Nothing was sent. */
export class FleetListError extends FleetError {
  override name = 'FleetListError'
}
