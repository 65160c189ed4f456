import { policy } from './policy.ts'

/** The element that a playground starts in, for a code block in the language `playground`; undefined for any other block. */
export function playgroundMount(
  token: { readonly info: string; readonly content: string } | undefined,
): string | undefined {
  if (token?.info.trim() !== 'playground') return undefined
  const [kind = '', subject = ''] = token.content.trim().split(' ')
  return `<div class="playground" data-kind="${kind}" data-subject="${subject}"><p>The playground needs JavaScript. Everything else on this page works without it.</p></div>\n`
}

/**
 * Adapts a generated page to the content security policy and to any base path: removes inline code and makes links relative to the
 * page. Highlighting colours become classes, which are added to `colours`.
 */
export function finishHtml(html: string, depth: number, colours: Map<string, string>): string {
  const root = depth === 0 ? './' : '../'.repeat(depth)
  const own = without(without(html, '<script id="check-', '</script>'), '<link rel="preload stylesheet"', '>')
  return (
    own
      .replaceAll(/ style="--shiki-light:([^;"]*);--shiki-dark:([^;"]*);?"/g, (_, light: string, dark: string) => {
        const name = `c${(light + dark).replaceAll(/[^\da-f]/gi, '').toLowerCase()}`
        colours.set(name, `.${name}{color:light-dark(${light},${dark})}`)
        return ` class="${name}"`
      })
      .replaceAll(/ style="[^"]*"/g, '')
      .replaceAll(/<button title="Copy Code" class="copy"><\/button>/g, '')
      .replaceAll(/Evidence: <strong>(\w+)<\/strong>, /g, '<span class="evidence $1">$1</span> ')
      .replaceAll(
        / (href|src)="\/(?!\/)([^"]*)"/g,
        (_, name: string, path: string) => ` ${name}="${root}${path === '' ? 'index.html' : path}"`,
      )
      // Link to a folder's index page by name: a page opened from a file has no server to resolve it.
      .replaceAll(
        / href="([.\w/-]*\/)(#[^"]*)?"/g,
        (_, path: string, anchor = '') => ` href="${path}index.html${anchor}"`,
      )
      .replace(
        '<meta charset="utf-8">',
        `<meta charset="utf-8">\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`,
      )
      .replace(
        '</head>',
        [
          `  <link rel="stylesheet" href="${root}site.css">`,
          `    <link rel="stylesheet" href="${root}highlight.css">`,
          `    <link rel="icon" href="${root}icon.svg">`,
          `    <script src="${root}scheme.js"></script>`,
          `    <script defer src="${root}site.js" data-root="${root}"></script>`,
          ...scriptsFor(html).map((name) => `    <script defer src="${root}${name}.js"></script>`),
          '  </head>',
        ].join('\n'),
      )
  )
}

/** The scripts that the playgrounds of a page need. */
function scriptsFor(html: string): readonly string[] {
  if (html.includes('data-kind="life"')) return ['life']
  return html.includes('class="playground"') ? ['playground'] : []
}

/** Removes every part of a text from `start` to `end`, both included. */
function without(text: string, start: string, end: string): string {
  const [before = '', ...parts] = text.split(start)
  return before + parts.map((part) => part.slice(part.indexOf(end) + end.length)).join('')
}
