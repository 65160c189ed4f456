import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { contract } from '@partner-upgrades/spec/contract'
import { document } from '../contract/document.ts'
import { allPages } from '../pages/all.ts'
import { llmsText, markdownFiles } from '../pages/llms.ts'
import type { Page } from '../pages/page.ts'
import { bundle } from './bundle.ts'
import { describeCommands } from './commands.ts'
import { lastRelease } from './last-release.ts'
import { navigationOf } from './navigation.ts'
import { searchIndexScript } from './search-index.ts'
import { symbolPages } from './symbols.ts'
import { render } from './vitepress.ts'

/** A built site. */
export interface BuiltSite {
  readonly pages: readonly Page[]
  /** The folder of the site; any static file server can serve it, under any path. */
  readonly outFolder: string
}

/**
 * Builds the site of the repository below `root`.
 *
 * @throws Error if a link is dead, or TypeDoc reports a warning.
 */
export async function buildSite(root: string, { symbols }: { readonly symbols: boolean }): Promise<BuiltSite> {
  const folder = join(root, 'site/dist')
  const outFolder = join(folder, 'site')
  await rm(outFolder, { recursive: true, force: true })
  const own = allPages({
    document,
    contract,
    root,
    since: lastRelease(root),
    commands: describeCommands(root),
  })
  const pages = [...own, ...(symbols ? await symbolPages(root, join(folder, 'symbols')) : [])]
  const { title, summary = '' } = document.info
  const data = {
    title,
    navigation: navigationOf(pages),
    contractHash: contract.hash,
    contractVersion: contract.version,
  }
  await render({ pages, workFolder: join(folder, 'pages'), outFolder, data })
  await bundle(outFolder)
  for (const file of ['site.css', 'icon.svg'])
    await cp(join(import.meta.dirname, '../theme', file), join(outFolder, file))
  const files = new Map([
    ...markdownFiles(pages),
    ['llms.txt', llmsText(title, summary, pages)],
    ['faults.json', `${JSON.stringify(contract.faults, null, 2)}\n`],
    ['contract.json', `${JSON.stringify({ hash: contract.hash, version: contract.version })}\n`],
    ['search-index.js', searchIndexScript(pages)],
  ])
  for (const [file, text] of files) {
    await mkdir(dirname(join(outFolder, file)), { recursive: true })
    await writeFile(join(outFolder, file), text)
  }
  return { pages, outFolder }
}
