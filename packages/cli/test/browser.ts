import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Writes a program for `BROWSER` whose user is signed in already: it returns at once, with a code or another result.
 *
 * @param query the query that it returns with, where `STATE` stands for the state of the request
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
