import { globSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { join as paragraphs } from './markdown.ts'

/** The language of a code block, by file extension. */
const languages: Readonly<Record<string, string>> = {
  '.ts': 'ts',
  '.tsx': 'tsx',
  '.js': 'js',
  '.json': 'json',
  '.html': 'html',
  '.css': 'css',
  '.capnp': 'txt',
}

/** Whether a file or folder is installed or generated, and so need not be written by hand. */
const isMade = (name: string): boolean => /^(node_modules|dist|reports|public|package-lock\.json)$/.test(name)

/** All files of an example, below a heading: its README shows only parts of them. */
export function exampleFiles(folder: string): string {
  const files = globSync('**/*', { cwd: folder, exclude: isMade })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => languages[extname(file)] !== undefined)
    .sort((one, other) => Number(other === 'package.json') - Number(one === 'package.json') || (one < other ? -1 : 1))
  const parts = files.map((file) => {
    const text = readFileSync(join(folder, file), 'utf8').trimEnd()
    return `### ${file}\n\n\`\`\`${languages[extname(file)]}\n${text}\n\`\`\``
  })
  return parts.length === 0 ? '' : paragraphs(['## All files', ...parts])
}
