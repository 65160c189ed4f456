import { Content, useData } from 'vitepress'
import { defineComponent, h, type VNode } from 'vue'
import type { SiteData } from './site-data.ts'

/** The layout of every page, rendered when the site is built. */
const Layout = defineComponent({
  setup() {
    const { page, theme } = useData<SiteData>()
    return () => {
      const data = theme.value
      const path = page.value.relativePath.replace(/\.md$/, '')
      return h('div', { class: 'frame' }, [
        h('a', { class: 'skip', href: '#content' }, 'Skip to content'),
        header(data),
        h('main', { id: 'content', tabindex: '-1' }, [
          h(Content),
          h('p', { class: 'markdown-link' }, [h('a', { href: `/${path}.md` }, 'This page as Markdown')]),
        ]),
        navigation(data, path),
        h('footer', [
          h('p', 'MIT licence. Not affiliated with Microsoft. Nothing here was verified against the live service.'),
          h('p', [
            'Built from version ',
            data.contractVersion,
            ' of the contract, ',
            h('code', data.contractHash.slice(0, 12)),
            '.',
          ]),
        ]),
      ])
    }
  },
})

function header({ title }: SiteData): VNode {
  return h('header', [
    h('a', { class: 'home', href: '/index.html' }, title),
    h('a', { class: 'to-navigation', href: '#navigation' }, 'All pages'),
    h('search', { class: 'search' }, [
      h('label', { for: 'search-box', class: 'unseen' }, 'Search'),
      h('input', { id: 'search-box', type: 'search', placeholder: 'Search', autocomplete: 'off', hidden: true }),
      h('div', {
        id: 'search-results',
        role: 'region',
        'aria-live': 'polite',
        'aria-label': 'Search results',
        hidden: true,
      }),
    ]),
    h('button', { id: 'scheme', type: 'button', hidden: true }, 'Dark'),
  ])
}

function navigation({ navigation }: SiteData, path: string): VNode {
  return h('nav', { id: 'navigation', 'aria-label': 'All pages' }, [
    ...navigation.flatMap(({ title, links }) => [
      h('h2', title),
      h(
        'ul',
        links.map((link) => h('li', [entry(link.path === path, link)])),
      ),
    ]),
  ])
}

function entry(isHere: boolean, { path, title }: { path: string; title: string }): VNode {
  return h('a', { href: `/${path}.html`, ...(isHere && { 'aria-current': 'page' }) }, title)
}

/** The theme object that VitePress expects. */
export const theme = { Layout }
