import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { contract } from '@partner-upgrades/spec/contract'
import { expect, onTestFinished, test } from 'vitest'
import { changelogPage, parseChangeset } from './changelog.ts'
import { faultPages } from './fault.ts'
import { llmsText, markdownFiles } from './llms.ts'
import type { Page } from './page.ts'
import { repositoryPages } from './repository.ts'

/** A repository of these files. */
function repository(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'site-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

test('a guide has the text of its page in the repository, with links to the pages of the site', () => {
  const root = repository({
    'README.md': '# Home\n',
    'docs/before-you-begin.md':
      '# Before\n\nSee [the mock](../packages/mocks#ways), [home](../README.md), [code](../packages/mocks/src) and [Entra](https://entra.microsoft.com).\n',
    'packages/mocks/README.md': '# Mocks\n',
    'packages/mocks/src/index.ts': '',
  })
  const [guide] = repositoryPages(root)
  expect(guide).toMatchObject({ path: 'guides/before-you-begin', group: 'Guides', title: 'Before you begin' })
  expect(guide?.markdown).toBe(
    '# Before\n\nSee [the mock](../guides/testing.md#ways), [home](../index.md), code and [Entra](https://entra.microsoft.com).\n',
  )
})

test('an example is listed under its README heading, with all hand-written files', () => {
  const root = repository({
    'examples/jest/README.md': '# Jest\n\nTests with Jest.\n',
    'examples/jest/a.test.js': 'test()\n',
    'examples/jest/package.json': '{}\n',
    'examples/jest/package-lock.json': '{}\n',
    'examples/jest/src/a.ts': 'export {}\n',
    'examples/jest/node_modules/b/index.js': '',
  })
  const [page] = repositoryPages(root)
  expect(page).toMatchObject({
    path: 'repository/examples/jest',
    group: 'Examples',
    title: 'Jest',
    summary: 'Tests with Jest.',
  })
  expect(page?.markdown).toBe(
    [
      '# Jest\n\nTests with Jest.\n\n## All files',
      '### package.json\n\n```json\n{}\n```',
      '### a.test.js\n\n```js\ntest()\n```',
      '### src/a.ts\n\n```ts\nexport {}\n```\n',
    ].join('\n\n'),
  )
})

test('each fault has a page at its code, with its meaning, who must act and whether a retry helps', () => {
  const pages = faultPages(contract)
  for (const { code, text, remedy, operations } of Object.values(contract.faults)) {
    const page = pages.find(({ path }) => path === `faults/${code}`)
    for (const part of [text, remedy, `fault ${code}`, '**Who must act:**', '**Retrying:**'])
      expect(page?.markdown, code).toContain(part)
    for (const id of Object.keys(operations)) expect(page?.markdown).toContain(`(../operations/${id}.md)`)
    expect(pages[0]?.markdown).toContain(`(../faults/${code}.md)`)
  }
})

test('the changelog lists pending changesets by package, and the API changes since the last release', () => {
  const changeset = '---\n"@partner-upgrades/spec": minor\n\'@partner-upgrades/mocks\': patch\n---\n\nNew **things**.\n'
  expect(parseChangeset(changeset)).toEqual({
    packages: ['@partner-upgrades/spec', '@partner-upgrades/mocks'],
    text: 'New **things**.',
  })
  const root = repository({
    '.changeset/a.md': changeset,
    'packages/spec/CHANGELOG.md': '# @partner-upgrades/spec\n\n## 1.0.0\n',
  })
  const change = {
    impact: 'feature',
    subject: 'status Paused',
    what: 'is new',
    places: ['POST /a'],
    side: 'response',
  } as const
  const page = changelogPage(root, { tag: '@partner-upgrades/spec@1.0.0', impact: 'feature', changes: [change] })
  expect(page.markdown).toContain('- **feature** POST /a: status Paused is new')
  expect(page.markdown).toContain('### @partner-upgrades/mocks\n\n- New **things**.')
  expect(page.markdown).toContain('## @partner-upgrades/spec\n\n### 1.0.0')
  expect(changelogPage(root, undefined).markdown).toContain('has not been released yet')
})

test('llms.txt links to the Markdown of every page', () => {
  const pages: readonly Page[] = [
    {
      path: 'guides/a',
      title: 'A',
      summary: 'What A is.',
      group: 'Guides',
      markdown: '# A\n\n```playground\nlife\n```\n\nText.\n',
    },
    { path: 'faults/1', title: '1', summary: 'One.', group: undefined, markdown: '# 1\n' },
  ]
  expect(llmsText('Title', 'Summary.', pages)).toBe(
    '# Title\n\n> Summary.\n\n## Guides\n\n- [A](guides/a.md): What A is.\n\n## Faults\n\n- [1](faults/1.md): One.\n',
  )
  expect(markdownFiles(pages).get('guides/a.md')).toBe('# A\n\n\nText.\n')
})
