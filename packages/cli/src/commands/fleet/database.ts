import { CliError } from '../../errors/cli-error.ts'
import { exitCodes } from '../../process/exit-codes.ts'
import type { Host } from '../../process/host.ts'

const form = 'Use postgres://user:password@host:port/name, with special characters of the password percent-encoded.'

/**
 * Finds the address of the database: a secret, as there may be a password in it.
 *
 * @throws CliError if there is none, or it is no address; it never quotes it.
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

/** A text without the password of the address, in whatever form it holds it. */
export function withoutPassword(text: string, address: string): string {
  const { password } = new URL(address)
  const forms = [password, decodeURIComponent(password)].filter((form) => form !== '')
  return forms.reduce((rest, form) => rest.replaceAll(form, '[secret]'), text)
}
