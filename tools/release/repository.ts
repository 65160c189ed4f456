// Writes the address of the repository into each published package, as provenance requires. Only the release workflow
// knows it, because a fork publishes from elsewhere. Usage: repository.ts https://HOST/OWNER/NAME
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publishedPackages } from '../packages/published.ts'

/** The `repository` of a package.json for the package at `directory`. @throws Error unless `url` names a repository. */
export function repositoryField(url: string, directory: string): object {
  if (!/^https:\/\/[\w.-]+(:\d+)?\/[\w.-]+\/[\w.-]+$/.test(url))
    throw new Error(`Not the address of a repository: "${url}". Give it as https://HOST/OWNER/NAME.`)
  return { type: 'git', url: `git+${url}.git`, directory }
}

/** The `homepage` of a package.json, which `partner-upgrades docs` opens: the site of a GitHub repository. Empty for any other host. */
export function homepageField(url: string): { readonly homepage?: string } {
  const [, owner = '', name = ''] = /^https:\/\/github\.com\/([\w.-]+)\/([\w.-]+)$/.exec(url) ?? []
  return owner === '' ? {} : { homepage: `https://${owner.toLowerCase()}.github.io/${name}/` }
}

if (import.meta.main) {
  const [url = ''] = process.argv.slice(2)
  for (const { folder, path, manifest } of publishedPackages(join(import.meta.dirname, '../..'))) {
    const file = join(folder, 'package.json')
    const repository = repositoryField(url, path)
    writeFileSync(
      file,
      `${JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...homepageField(url), repository }, null, 2)}\n`,
    )
    console.log(`${manifest.name}: ${url}, ${path}`)
  }
}
