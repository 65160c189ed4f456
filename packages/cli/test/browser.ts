import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A program for `BROWSER` in which a user has signed in: it comes back at once, with a code or with another answer.
 *
 * @param query what it comes back with, where `STATE` stands for the state that it was sent with
 * @returns its path
 */
export function writeBrowser(folder: string, query = 'code=a-code&state=STATE'): string {
  const path = join(folder, 'browser')
  const program = `#!${process.execPath}
fetch(process.argv[2], { redirect: 'manual' }).then(({ headers }) => {
  const { redirect_uri, state } = Object.fromEntries(new URL(headers.get('Location')).searchParams)
  return fetch(redirect_uri + '/?' + ${JSON.stringify(query)}.replace('STATE', state))
})
`
  writeFileSync(path, program, { mode: 0o755 })
  return path
}
