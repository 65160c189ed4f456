import { CliError } from '../../errors/cli-error.ts'
import { exitCodes } from '../../process/exit-codes.ts'
import type { Host } from '../../process/host.ts'

const form = 'Use postgres://user:password@host:port/name, with special characters of the password percent-encoded.'

/**
 * Reads the address of the database, a secret because it may contain a password.
 *
 * @throws CliError if it is missing or invalid; the message never quotes it.
 */
export function readDatabase({ DATABASE_URL }: Host['env'], given?: string): string {
  const [name, address] = given === undefined ? ['DATABASE_URL', DATABASE_URL] : ['--database', given]
  if (!address) {
    throw new CliError(exitCodes.usage, 'No database is named.', [`Set DATABASE_URL, or pass --database. ${form}`])
  }
  if (isAddress(address)) return address
  throw new CliError(exitCodes.usage, `${name} is not the address of a PostgreSQL database.`, [form])
}

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  try {
    decodeURIComponent(username + password)
  } catch {
    return false
  }
  return protocol === 'postgres:' || protocol === 'postgresql:'
}

/** Redacts the password of the address in a text, whether it is encoded there or not. */
export function withoutPassword(text: string, address: string): string {
  const { password } = new URL(address)
  const forms = [password, decodeURIComponent(password)].filter((form) => form !== '')
  return forms.reduce((rest, form) => rest.replaceAll(form, '[secret]'), text)
}
