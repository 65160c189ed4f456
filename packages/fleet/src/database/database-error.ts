import { DatabaseError, type DatabaseProblem } from '../errors.ts'

/** The address of a database, without its password. */
interface Place {
  readonly server: string
  readonly user: string
  readonly name: string
}

/** How to report a driver error: the first line says what is wrong, the others what to do. */
interface Diagnosis {
  readonly problem: DatabaseProblem
  readonly lines: (place: Place, detail: string) => readonly string[]
}

const unreachable: Diagnosis = {
  problem: 'unreachable',
  lines: ({ server }, detail) => [
    `No PostgreSQL answers at ${server} (${detail}).`,
    'Check the address of the database and the network.',
  ],
}

const refused: Diagnosis = {
  problem: 'refused',
  lines: ({ server, user }, detail) => [
    `PostgreSQL at ${server} refuses the user "${user}" (${detail}).`,
    'Check user and password in the address of the database, and pg_hba.conf of the server.',
  ],
}

const lost: Diagnosis = {
  problem: 'lost',
  lines: ({ server }, detail) => [
    `The connection to PostgreSQL at ${server} was lost (${detail}).`,
    'What was recorded is kept. Run the same command again once the database answers.',
  ],
}

const rights: Diagnosis = {
  problem: 'rights',
  lines: ({ user, name }, detail) => [
    `The user "${user}" may not do this in the database "${name}" (${detail}).`,
    `To create the tables, it needs: GRANT CREATE ON DATABASE "${name}" TO "${user}". All other commands can use the user who created them.`,
  ],
}

/** The diagnoses by PostgreSQL error code, by its class, or by the operating system's error code. */
const diagnoses: Readonly<Record<string, Diagnosis>> = {
  '28': refused,
  '08': lost,
  '42501': rights,
  '3D000': {
    problem: 'missing',
    lines: ({ server, name }) => [
      `There is no database "${name}" at ${server}.`,
      `Create it, for example with createdb ${name}, or correct the address of the database.`,
    ],
  },
  '42P01': uninitialized(),
  '3F000': uninitialized(),
  '53300': {
    problem: 'unreachable',
    lines: ({ server }, detail) => [
      `PostgreSQL at ${server} takes no more connections (${detail}).`,
      'Raise max_connections, or run fewer workers: each needs two connections.',
    ],
  },
  // The server is starting or shutting down.
  '57P03': unreachable,
  '57P01': lost,
  '57P02': lost,
  '25006': {
    problem: 'rights',
    lines: ({ server }, detail) => [
      `The database at ${server} is read-only (${detail}).`,
      'Use the address of the primary server, not that of a replica.',
    ],
  },
  ECONNREFUSED: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ETIMEDOUT: unreachable,
  ECONNRESET: lost,
  EPIPE: lost,
}

function uninitialized(): Diagnosis {
  return {
    problem: 'uninitialized',
    lines: ({ name }) => [
      `The database "${name}" does not contain the tables of a fleet.`,
      'Create them: partner-upgrades fleet init',
    ],
  }
}

/** The diagnoses of the driver's own errors, which have no code, by their messages. */
const texts: readonly (readonly [says: RegExp, diagnosis: Diagnosis])[] = [
  [
    /^(timeout expired|timeout exceeded when trying to connect|Connection terminated due to connection timeout)/i,
    unreachable,
  ],
  [
    /^(Connection terminated|Connection ended|Client has encountered a connection error|Query read timeout|Client was closed)/i,
    lost,
  ],
  [/^(SASL|SCRAM)/, refused],
  [/does not support SSL|certificate|self.signed/i, unreachable],
]

/**
 * Turns a driver error into a `DatabaseError`; returns any other error unchanged.
 *
 * @param address the database's URL; its password is kept out of messages
 */
export function toDatabaseError(error: unknown, address: string): unknown {
  const found = diagnose(error)
  if (!found) return error
  const { diagnosis, detail } = found
  const message = diagnosis.lines(placeOf(address), withoutPassword(detail, address)).join('\n')
  // The driver's error does not become the `cause`: it may contain the statement.
  return new DatabaseError(diagnosis.problem, message)
}

/** Whether the connection failed, not the statement, so that a retry makes sense once the database answers again. */
export function isDisconnected(error: unknown): boolean {
  const problem = error instanceof DatabaseError ? error.problem : diagnose(error)?.diagnosis.problem
  return problem === 'unreachable' || problem === 'lost'
}

/** Whether a statement will fail however often it is retried: the tables, the privileges or the statement itself are wrong. */
export function isDefect(error: unknown): boolean {
  if (error instanceof DatabaseError) return error.problem === 'rights' || error.problem === 'uninitialized'
  const { code }: { readonly code?: unknown } = Object(error)
  return typeof code === 'string' && code.startsWith('42')
}

function diagnose(error: unknown): { readonly diagnosis: Diagnosis; readonly detail: string } | undefined {
  if (!(error instanceof Error) || error instanceof DatabaseError) return undefined
  // Node tries every address of a host name and collects an error for each.
  const [first] = error instanceof AggregateError ? error.errors : []
  const { code, message }: { readonly code?: unknown; readonly message: string } =
    first instanceof Error ? first : error
  const known = typeof code === 'string' ? (diagnoses[code] ?? diagnoses[code.slice(0, 2)]) : undefined
  if (known) return { diagnosis: known, detail: /^E[A-Z_]+$/.test(String(code)) ? String(code) : message }
  const [, diagnosis] = texts.find(([says]) => says.test(message)) ?? []
  return diagnosis && { diagnosis, detail: message }
}

function placeOf(address: string): Place {
  const { host, port, username, pathname } = new URL(address)
  const user = decodeURIComponent(username)
  return {
    server: port === '' ? `${host || 'this machine'}:5432` : host,
    user,
    name: decodeURIComponent(pathname.slice(1)) || user,
  }
}

function withoutPassword(text: string, address: string): string {
  const { password } = new URL(address)
  const forms = [password, decodeURIComponent(password)].filter((form) => form !== '')
  return forms.reduce((rest, form) => rest.replaceAll(form, '[secret]'), text)
}
