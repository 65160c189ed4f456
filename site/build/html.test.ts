import { expect, test } from 'vitest'
import { finishHtml, playgroundMount } from './html.ts'

const finish = (body: string, depth = 1): string =>
  finishHtml(`<html><head><meta charset="utf-8"></head><body>${body}</body></html>`, depth, new Map())

test('links from the root become relative to the page, links elsewhere stay', () => {
  const links =
    '<a href="/faults/1.html">a</a><a href="/">b</a><a href="//other">c</a><a href="https://x/">d</a><a href="#e">e</a>'
  expect(finish(links, 2)).toContain(
    '<a href="../../faults/1.html">a</a><a href="../../index.html">b</a><a href="//other">c</a><a href="https://x/">d</a><a href="#e">e</a>',
  )
  expect(finish(links, 0)).toContain('<a href="./faults/1.html">a</a>')
})

test('no inline scripts or styles remain, and highlighting colours become classes', () => {
  const colours = new Map<string, string>()
  const html = finishHtml(
    '<head><script id="check-dark-mode">x</script></head><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><p style="color:red">',
    0,
    colours,
  )
  expect(html).not.toMatch(/ style="|<script[^>]*>[^<]/)
  expect(html).toContain('<span class="ca0111fff9492">const</span>')
  expect([...colours.values()]).toEqual(['.ca0111fff9492{color:light-dark(#A0111F,#FF9492)}'])
})

test('the evidence level becomes a badge', () => {
  expect(finish('Evidence: <strong>inferred</strong>, from the text')).toContain(
    '<span class="evidence inferred">inferred</span> from the text',
  )
})

test('a code block in the language playground becomes a playground element; others do not', () => {
  expect(playgroundMount({ info: 'playground', content: 'fault 900109\n' })).toContain(
    'data-kind="fault" data-subject="900109"',
  )
  expect(playgroundMount({ info: 'ts', content: 'fault 900109\n' })).toBeUndefined()
})

test('a page loads the scripts of its playground, and no others', () => {
  const playground = playgroundMount({ info: 'playground', content: 'fault 900109' }) ?? ''
  const life = playgroundMount({ info: 'playground', content: 'life' }) ?? ''
  expect(finish(playground)).toContain('src="../playground.js"')
  expect(finish(life)).toContain('src="../life.js"')
  expect(finish('')).not.toMatch(/playground|life/)
})
