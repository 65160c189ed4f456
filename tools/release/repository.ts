// Writes into each published package where its source lies, which provenance must be able to name. The release workflow
// knows that, and the repository does not: a fork publishes from elsewhere. Usage: repository.ts https://HOST/OWNER/NAME
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publishedPackages } from '../packages/published.ts'

/** The `repository` of a package.json for the package at `directory`. @throws Error unless `url` names a repository. */
export function repositoryField(url: string, directory: string): object {
  if (!/^https:\/\/[\w.-]+(:\d+)?\/[\w.-]+\/[\w.-]+$/.test(url))
    throw new Error(`Not the address of a repository: "${url}". Give it as https://HOST/OWNER/NAME.`)
  return { type: 'git', url: `git+${url}.git`, directory }
}

/** Where the site of a repository on GitHub is: `homepage` in package.json, which `partner-upgrades docs` opens. Empty for one elsewhere. */
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
