import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { readReleases } from './released.ts'

let folder = ''

function git(...args: readonly string[]): void {
  const person = ['-c', 'user.name=Nobody', '-c', 'user.email=nobody@localhost']
  execFileSync('git', [...person, ...args], { cwd: folder, stdio: 'ignore' })
}

function release(...tags: readonly string[]): void {
  git('commit', '--allow-empty', '--message', 'A release')
  for (const tag of tags) git('tag', tag)
}

beforeEach(() => {
  const made = mkdtempSync(join(tmpdir(), 'released-'))
  folder = made
  onTestFinished(() => rmSync(made, { recursive: true }))
  git('init', '--initial-branch=main')
})

test('the last release is the highest version tag of the specification', () => {
  release('@partner-upgrades/spec@1.9.0', '@partner-upgrades/spec@1.10.0', '@partner-upgrades/client@3.0.0', 'v9.0.0')
  release('@partner-upgrades/spec@2.0.0-next.1')
  const { last, isTagged } = readReleases(folder)
  expect(last).toBe('@partner-upgrades/spec@1.10.0')
  expect(isTagged('@partner-upgrades/client@3.0.0')).toBe(true)
  expect(isTagged('@partner-upgrades/client@3.0.1')).toBe(false)
})

test('a release on another branch is ignored', () => {
  release('@partner-upgrades/spec@1.0.0')
  git('checkout', '-b', 'next')
  release('@partner-upgrades/spec@2.0.0')
  git('checkout', 'main')
  expect(readReleases(folder).last).toBe('@partner-upgrades/spec@1.0.0')
})

test('without a tag there is no release', () => {
  release()
  expect(readReleases(folder).last).toBe(undefined)
})

test('a file is read as of the tag; a missing one is undefined', () => {
  writeFileSync(join(folder, 'a'), 'then')
  git('add', 'a')
  release('@partner-upgrades/spec@1.0.0')
  writeFileSync(join(folder, 'a'), 'now')
  const { fileAt } = readReleases(folder)
  expect(fileAt('@partner-upgrades/spec@1.0.0', 'a')).toBe('then')
  expect(fileAt('@partner-upgrades/spec@1.0.0', 'b')).toBe(undefined)
  expect(fileAt('@partner-upgrades/spec@2.0.0', 'a')).toBe(undefined)
})

test('a clone without history is an error that says what to do', () => {
  release('@partner-upgrades/spec@1.0.0')
  release()
  git('clone', '--depth=1', '--no-tags', `file://${folder}`, 'shallow')
  expect(() => readReleases(join(folder, 'shallow'))).toThrow(
    /^This clone has no history.*git fetch --unshallow --tags/,
  )
})

test('a folder that is not a repository is an error', () => {
  rmSync(join(folder, '.git'), { recursive: true })
  expect(() => readReleases(folder)).toThrow(/^git cannot list the releases: fatal: not a git repository/)
})
