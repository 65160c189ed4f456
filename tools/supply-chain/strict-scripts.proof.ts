// With the settings of our folders, npm refuses install scripts that nobody has decided on.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { command, type Outcome, tryCommand } from '../command.ts'
import { byHand } from '../examples/environment.ts'
import { pack } from '../packages/tarball.ts'
import { installRoots } from './install-roots.ts'
import { npmSettings } from './npm-settings.ts'

const root = join(import.meta.dirname, '../..')
const env = byHand(process.env, process.execPath)
const roots = installRoots(root)
const settingsOf = (folder: string) => npmSettings(root, folder)

const npmVersion = execFileSync('npm', ['--version'], { cwd: tmpdir(), env, encoding: 'utf8' }).trim()
const [major = 0, minor = 0] = npmVersion.split('.').map(Number)
// Older versions know neither setting, as SECURITY.md says.
const knowsTheSetting = major > 11 || (major === 11 && minor >= 16)

const scripts = ['preinstall', 'install', 'postinstall'] as const
const distinctSettings = new Map(roots.map((folder) => [settingsOf(folder), folder]))

describe.skipIf(!knowsTheSetting)(
  `npm ${npmVersion}, for a package with an install script`,
  { timeout: 120_000 },
  () => {
    let folder = ''
    const mark = () => join(folder, 'mark')
    let tarball = ''

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'strict-scripts-'))
      const scripted = join(folder, 'scripted')
      mkdirSync(scripted)
      const write = `node -e "fs.appendFileSync(process.env.MARK, process.env.npm_lifecycle_event)"`
      const manifest = {
        name: 'scripted',
        version: '1.0.0',
        scripts: Object.fromEntries(scripts.map((name) => [name, write])),
      }
      writeFileSync(join(scripted, 'package.json'), JSON.stringify(manifest))
      const [packed] = await pack([scripted], folder)
      tarball = packed?.file ?? ''
    })
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    /** Installs the package with the settings of one of our folders. Its script would write `mark`. */
    async function install(args: readonly string[], settings: string, allowScripts: object): Promise<Outcome> {
      const project = mkdtempSync(join(folder, 'project-'))
      const dependencies = { scripted: `file:${tarball}` }
      writeFileSync(join(project, '.npmrc'), settings)
      writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'project', dependencies, allowScripts }))
      const options = { cwd: project, env: { ...env, MARK: mark(), NPM_CONFIG_OFFLINE: 'true' } }
      rmSync(mark(), { force: true })
      await command('npm', ['install', '--package-lock-only', '--ignore-scripts'], options)
      return await tryCommand('npm', args, options)
    }

    test.each([...distinctSettings.values()])('npm ci fails before it runs, with the settings of %s', async (of) => {
      const { ok, stderr } = await install(['ci'], settingsOf(of), { another: true })
      expect(stderr).toContain('scripted@1.0.0')
      expect(stderr).toContain('not covered by allowScripts')
      expect({ ok, ran: existsSync(mark()) }).toEqual({ ok: false, ran: false })
    })

    test('npm install fails in the same way', async () => {
      const { ok, stderr } = await install(['install'], settingsOf('.'), { another: true })
      expect(stderr).toContain('scripted@1.0.0')
      expect({ ok, ran: existsSync(mark()) }).toEqual({ ok: false, ran: false })
    })

    test('npm ci installs without running it if the list says false', async () => {
      const { ok } = await install(['ci'], settingsOf('.'), { [`file:${tarball}`]: false })
      expect({ ok, ran: existsSync(mark()) }).toEqual({ ok: true, ran: false })
    })

    test('npm ci runs it if the list says true', async () => {
      const { ok } = await install(['ci'], settingsOf('.'), { [`file:${tarball}`]: true })
      expect({ ok, ran: existsSync(mark()) && readFileSync(mark(), 'utf8') }).toEqual({
        ok: true,
        ran: scripts.join(''),
      })
    })
  },
)
