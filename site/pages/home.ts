import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { operationsOf } from '../contract/operations.ts'
import { operationPath, type Sources } from './operation.ts'
import { linkTo, type Page } from './page.ts'
import { withLinks } from './repository.ts'

/** Creates the home page: the README, with links to try the service after its introduction. */
export function homePage({ document, contract }: Sources, root: string): Page {
  const path = 'index'
  const readme = withLinks(root, 'README.md', readFileSync(join(root, 'README.md'), 'utf8'), path)
  const places = operationsOf(document)
  const groups = [...new Set(places.map(({ group }) => group))].map((group) => {
    const items = places
      .filter((place) => place.group === group)
      .map(
        ({ id, operation, method }) =>
          `- [${operation.summary ?? id}](${linkTo(path, operationPath(id))}) \`${method}\``,
      )
    return `**${group}**\n\n${items.join('\n')}`
  })
  const tryIt = [
    '## Try the service here',
    'These pages simulate Partner Center from the contract: no server, no account, no risk. Upgrades that you create on one page also exist on the next.',
    ...groups,
    `[${Object.keys(contract.faults).length} faults](${linkTo(path, 'faults/index')}), each with a button that triggers it. [The life of an upgrade](${linkTo(path, 'life')}), drawn from a real run of the client.`,
  ].join('\n\n')
  const [before = '', ...after] = readme.split(/^(?=## )/m)
  const markdown = `${before.trimEnd()}\n\n${tryIt}\n\n${after.join('')}`
  const title = /^# (.*)$/m.exec(readme)?.[1] ?? document.info.title
  return { path, title, summary: document.info.summary ?? title, group: undefined, markdown }
}
