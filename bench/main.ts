// `npm run bench`, `npm run bench:client`, `npm run bench:mocks`. `-- --write` keeps the results; `-- --quick` sends only a few hundred requests.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { prepare } from './src/prepare.ts'

const known = ['client', 'mocks']
const given = process.argv.slice(2)
const names = given.filter((word) => !word.startsWith('--'))
const flags = given.filter((word) => word.startsWith('--'))

const knownFlags = ['--quick', '--write']
const wrong = [...names.filter((name) => !known.includes(name)), ...flags.filter((flag) => !knownFlags.includes(flag))]
if (wrong.length > 0) {
  console.error(`Unknown benchmark or flag: ${wrong.join(', ')}. Use one of ${[...known, ...knownFlags].join(', ')}.`)
  process.exit(2)
}

prepare()
for (const name of names.length > 0 ? names : known) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'src', name, 'main.ts'), ...flags], {
    stdio: 'inherit',
    cwd: import.meta.dirname,
  })
  if (status !== 0) process.exitCode = 1
}
