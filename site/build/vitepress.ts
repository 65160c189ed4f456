import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from '../pages/page.ts'
import { githubSlug } from '../pages/slug.ts'
import type { SiteData } from '../theme/site-data.ts'
import { finishHtml, playgroundMount } from './html.ts'

/** The pages to render, and where. */
export interface RenderOptions {
  readonly pages: readonly Page[]
  /** A temporary folder for VitePress, which is emptied first. */
  readonly workFolder: string
  /** The folder that the site is written to. */
  readonly outFolder: string
  readonly data: SiteData
}

const theme = join(import.meta.dirname, '../theme/index.ts')

/**
 * Renders pages as HTML files without any script of VitePress.
 *
 * @throws Error if a link is dead.
 */
export async function render({ pages, workFolder, outFolder, data }: RenderOptions): Promise<void> {
  await rm(workFolder, { recursive: true, force: true })
  for (const { path, title, summary, markdown } of pages) {
    const file = join(workFolder, `${path}.md`)
    await mkdir(dirname(file), { recursive: true })
    const head = { title, description: summary }
    await writeFile(file, `---\n${JSON.stringify(head)}\n---\n\n${markdown}`)
  }
  await mkdir(join(workFolder, '.vitepress/theme'), { recursive: true })
  await writeFile(
    join(workFolder, '.vitepress/theme/index.ts'),
    `export { theme as default } from ${JSON.stringify(theme)}\n`,
  )

  const colours = new Map<string, string>()
  // VitePress loads its configuration from the folder; the file written below hands it this object.
  const config = {
    title: data.title,
    mpa: true,
    appearance: false,
    outDir: outFolder,
    cacheDir: join(workFolder, '.cache'),
    themeConfig: data,
    markdown: {
      html: false,
      // Otherwise `{0}` at the end of a line would be read as an attribute and removed.
      attrs: { disable: true },
      theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
      anchor: { slugify: githubSlug },
      config: (md: MarkdownIt) => {
        const { fence } = md.renderer.rules
        md.renderer.rules.fence = (tokens, at, ...rest) =>
          playgroundMount(tokens[at]) ?? fence?.(tokens, at, ...rest) ?? ''
      },
    },
    transformHtml: (html: string, file: string) => finishHtml(html, depthOf(outFolder, file), colours),
  }
  await writeFile(join(workFolder, '.vitepress/config.ts'), 'export default globalThis.siteConfig\n')
  Reflect.set(globalThis, 'siteConfig', config)
  const { build } = await import('vitepress')
  await build(workFolder)
  await writeFile(join(outFolder, 'highlight.css'), [...colours.values()].join('\n'))
  for (const left of ['hashmap.json', 'package.json', 'vp-icons.css', '404.html', 'assets'])
    await rm(join(outFolder, left), { recursive: true, force: true })
}

/** The part of markdown-it that is used here. */
interface MarkdownIt {
  readonly renderer: { readonly rules: { fence?: (tokens: Token[], at: number, ...rest: unknown[]) => string } }
}

interface Token {
  readonly info: string
  readonly content: string
}

function depthOf(outFolder: string, file: string): number {
  return file.slice(outFolder.length + 1).split(/[\\/]/).length - 1
}
