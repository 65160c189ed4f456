import { globSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from '../pages/page.ts'
import { summaryOf } from '../pages/repository.ts'
import { anchorsOf } from '../pages/slug.ts'

/** A published package that gets symbol pages. */
interface ShownPackage {
  /** The package name without its scope. */
  readonly name: string
  /** The source files of its `exports`. */
  readonly entries: readonly string[]
}

/**
 * Types that a package does not export although an exported type refers to them: TypeDoc inlines them where they are used. It warns
 * of any other such type, and of an entry here that no longer exists.
 */
const kept: Readonly<Record<string, readonly string[]>> = {
  bulk: ['Verdict'],
  mocks: ['Presets', 'PartOf', 'HeadersPart', 'HeaderRecord', 'FaultCatalogue', 'ContentOf', 'BodyPart'],
  'negative-tests': ['Written', 'CredentialPart', 'BaseRequest'],
  spec: ['TextType'],
}

/** Types that openapi-typescript generates for the whole document: the operation pages show the same content. */
const shownElsewhere: ReadonlySet<string> = new Set(['operations', 'components', 'paths'])

/**
 * Creates the pages of the packages' symbols with TypeDoc, which writes into `folder`.
 *
 * @throws Error if TypeDoc reports a warning.
 */
export async function symbolPages(root: string, folder: string): Promise<readonly Page[]> {
  await rm(folder, { recursive: true, force: true })
  const pages = []
  for (const shown of packagesOf(root)) pages.push(...(await pagesOf(root, shown, join(folder, shown.name))))
  return pages
}

function packagesOf(root: string): readonly ShownPackage[] {
  return globSync('packages/*/package.json', { cwd: root })
    .sort()
    .flatMap((file) => {
      const manifest = JSON.parse(readFileSync(join(root, file), 'utf8'))
      const exported = Object.values(manifest.exports ?? {}).map((each) => Object(each)['@partner-upgrades/source'])
      const entries = exported.filter((each) => typeof each === 'string').map((each) => join(root, file, '..', each))
      if (manifest.private === true || entries.length === 0) return []
      return [{ name: manifest.name.replace(/^@[^/]*\//, ''), entries }]
    })
}

async function pagesOf(root: string, { name, entries }: ShownPackage, out: string): Promise<readonly Page[]> {
  const { Application, Converter, OptionDefaults, ReflectionKind } = await import('typedoc')
  // TypeDoc's own tags, and those that openapi-typescript writes.
  const blockTags: `@${string}`[] = [...OptionDefaults.blockTags, '@description', '@format']
  const options = {
    entryPoints: [...entries],
    tsconfig: join(root, 'packages', name, 'tsconfig.check.json'),
    // The package's own type check covers that.
    skipErrorChecking: true,
    plugin: ['typedoc-plugin-markdown'],
    outputs: [{ name: 'markdown', path: out }],
    name: `@partner-upgrades/${name}`,
    readme: 'none',
    disableSources: true,
    disableGit: true,
    excludePrivate: true,
    hideGenerator: true,
    treatWarningsAsErrors: true,
    logLevel: 'Warn' as const,
    router: 'module',
    entryFileName: 'overview',
    intentionallyNotExported: [...(kept[name] ?? [])],
    blockTags,
    hidePageHeader: true,
    hideBreadcrumbs: true,
    sanitizeComments: true,
    formatWithPrettier: false,
  }
  const app = await Application.bootstrapWithPlugins(options)
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const each of project.getReflectionsByKind(ReflectionKind.Interface))
      if (name === 'spec' && shownElsewhere.has(each.name)) project.removeReflection(each)
  })
  const project = await app.convert()
  if (project === undefined) throw new Error(`TypeDoc could not read ${name}.`)
  app.validate(project)
  await app.generateOutputs(project)
  if (app.logger.hasErrors() || app.logger.hasWarnings())
    throw new Error(`TypeDoc reported warnings for ${name}: see above.`)
  const files = globSync('**/*.md', { cwd: out }).sort()
  const texts = new Map(files.map((file) => [file, readFileSync(join(out, file), 'utf8')]))
  const anchors = new Map([...texts].map(([file, text]) => [file, new Set(anchorsOf(text))]))
  return [...texts].map(([file, text]) => {
    const markdown = withKnownAnchors(text, file, anchors)
    const isIndex = file === 'overview.md'
    const heading = /^# (.*)$/m.exec(markdown)?.[1] ?? name
    return {
      path: `api/${name}/${file.replace(/\.md$/, '')}`,
      title: isIndex ? name : `${name}: ${heading}`,
      summary: summaryOf(markdown) || `The symbols of ${name}.`,
      group: isIndex ? 'Packages' : undefined,
      markdown,
    }
  })
}

/** Corrects links to anchors: TypeDoc numbers some anchors that occur only once. */
function withKnownAnchors(text: string, from: string, anchors: ReadonlyMap<string, ReadonlySet<string>>): string {
  return text.replaceAll(/\]\(([\w./-]*)#([\w-]+)-(\d+)\)/g, (link, path: string, anchor: string, times: string) => {
    const known = anchors.get(path === '' ? from : join(dirname(from), path))
    return known === undefined || known.has(`${anchor}-${times}`) || !known.has(anchor) ? link : `](${path}#${anchor})`
  })
}
