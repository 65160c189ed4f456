import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { launchChromium } from '@partner-upgrades/tools/chromium'
import { copyWorkspace } from '@partner-upgrades/tools/workspace-copy'
import { expect, onTestFinished, test } from 'vitest'
import { serveSite } from '../serve/server.ts'

const run = promisify(execFile)

const pause = `post:
  operationId: pauseProductUpgrade
  tags: [Product upgrades]
  summary: Pause a product upgrade
  description: Stops an upgrade for a while.
  parameters:
    - $ref: ../components/parameters/UpgradeId.yaml
    - $ref: ../components/parameters/MS-RequestId.yaml
  responses:
    '200':
      description: The upgrade pauses.
      content:
        application/json:
          schema:
            type: object
            description: What has become of the upgrade.
            required: [paused]
            properties:
              paused:
                type: boolean
                description: Whether it pauses.
          examples:
            paused:
              value: { paused: true }
    '401':
      $ref: ../components/responses/Unauthorized.yaml
  x-evidence:
    level: inferred
    source: An operation that a proof adds
`

test('an operation added in YAML alone gets a page, samples and a working playground', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'new-operation-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const copy = join(folder, 'copy')
  await copyWorkspace(copy)
  writeFileSync(join(copy, 'packages/spec/paths/pauseProductUpgrade.yaml'), pause)
  const description = join(copy, 'packages/spec/openapi.yaml')
  const path = '  /v1/productUpgrades/{upgrade-id}/pause:\n    $ref: paths/pauseProductUpgrade.yaml\n'
  writeFileSync(
    description,
    readFileSync(description, 'utf8').replace(/^paths:\n/m, (line) => line + path),
  )
  const node = (...args: readonly string[]) =>
    run(process.execPath, ['--conditions=@partner-upgrades/source', ...args], { cwd: copy, maxBuffer: 1e8 })
  await node('packages/spec/scripts/generate.ts')
  await node('site/build/main.ts', '--without-symbols')

  const server = await serveSite({ folder: join(copy, 'site/dist/site') })
  onTestFinished(() => server.close())
  const browser = await launchChromium()
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  await page.goto(`${server.url}index.html`)
  await page.locator('nav').getByRole('link', { name: 'Pause a product upgrade' }).click()
  await page.locator('.playground[data-ready=true]').waitFor()
  const text = await page.locator('main').innerText()
  for (const part of [
    'Stops an upgrade for a while.',
    "curl --request POST 'https://api",
    'upgrades.http.POST(',
    'Invoke-WebRequest',
    'new HttpMethod("POST")',
    'An operation that a proof adds',
  ])
    expect(text).toContain(part)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.locator('.exchange[data-status="200"]').waitFor()
  expect(await page.locator('.exchange').innerText()).toContain('"paused": true')
}, 240_000)
