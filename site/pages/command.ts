import { join } from './markdown.ts'
import { mentionsOf } from './mentions.ts'
import { linkTo, type Page } from './page.ts'

/** An argument or an option in the help. */
interface Item {
  /** Its syntax, such as `--family <name>`. */
  readonly term: string
  readonly description: string
}

/** The description of a command, or of the whole program, as the program reports it. */
export interface CommandDescription {
  /** Its name, after the names of its parent commands; empty for the program. */
  readonly words: readonly string[]
  /** The path of its page, without a file extension. */
  readonly page: string
  readonly summary: string
  readonly usage: string
  readonly arguments: readonly Item[]
  readonly options: readonly Item[]
  /** The text of the help after its lists: paragraphs, examples, and titled blocks. */
  readonly more: string
}

/** Creates a page for each command, and one that lists them. `others` are pages that may mention the commands. */
export function commandPages(commands: readonly CommandDescription[], others: readonly Page[]): readonly Page[] {
  return commands.map((command) => commandPage(command, commands, others))
}

function commandPage(command: CommandDescription, all: readonly CommandDescription[], others: readonly Page[]): Page {
  const { words, page: path, usage } = command
  const isProgram = words.length === 0
  const name = ['partner-upgrades', ...words].join(' ')
  const summary = `${command.summary.replace(/\.$/, '')}.`
  const paragraphs = command.more.split(/\n{2,}/).filter((each) => each !== '')
  const isTitled = (text: string): boolean => /^\S.*:\n {2}/.test(text)
  const isExamples = (text: string): boolean => text.startsWith('Examples:\n')
  const markdown = join([
    `# ${isProgram ? 'Commands' : name}`,
    inProse(summary),
    `\`\`\`txt\n${usage}\n\`\`\``,
    ...paragraphs.filter((each) => !isTitled(each)).map((each) => inProse(each.replaceAll('\n', ' '))),
    partsTable(path, partsOf(command, all)),
    itemList('Arguments', command.arguments),
    itemList('Options', command.options),
    isProgram ? '' : examplesOf(name, all),
    ...paragraphs.filter((each) => isTitled(each) && !isExamples(each)).map(titledBlock),
    isProgram ? '' : mentionsOf(words, path, others),
  ])
  return {
    path,
    title: isProgram ? 'Commands' : name,
    label: isProgram ? 'All commands' : words.join(' '),
    summary,
    group: 'Commands',
    markdown,
  }
}

/** The direct subcommands of a command. */
function partsOf({ words }: CommandDescription, all: readonly CommandDescription[]): readonly CommandDescription[] {
  return all.filter(
    (each) => each.words.length === words.length + 1 && words.every((word, index) => word === each.words[index]),
  )
}

function partsTable(from: string, parts: readonly CommandDescription[]): string {
  const rows = parts.map(
    ({ words, page, summary }) => `| [\`${words.join(' ')}\`](${linkTo(from, page)}) | ${inProse(summary)} |`,
  )
  return rows.length === 0 ? '' : ['| command | what it does |', '|---|---|', ...rows].join('\n')
}

function itemList(title: string, items: readonly Item[]): string {
  const lines = items.map(({ term, description }) => `- **\`${term}\`** ${inProse(description)}`)
  return lines.length === 0 ? '' : join([`## ${title}`, lines.join('\n')])
}

/** The examples of this command from the help of all commands: some are in the help of its group. */
function examplesOf(name: string, all: readonly CommandDescription[]): string {
  const examples = all
    .flatMap(({ more }) => more.split('\n'))
    .map((line) => line.trim().split(/ {2,}/))
    .filter(([typed]) => `${typed} `.startsWith(`$ ${name} `))
  const width = Math.max(...examples.map(([typed = '']) => typed.length))
  // The purpose becomes a shell comment, so that the line can be pasted unchanged.
  const lines = examples.map(([typed = '', purpose]) =>
    purpose === undefined ? typed : `${typed.padEnd(width)}  # ${purpose}`,
  )
  return lines.length === 0 ? '' : join(['## Examples', `\`\`\`console\n${[...new Set(lines)].join('\n')}\n\`\`\``])
}

/** Formats a block of the help that consists of a title with a colon and indented lines. */
function titledBlock(text: string): string {
  const [title = '', ...lines] = text.split('\n')
  return join([`## ${title.slice(0, -1)}`, `\`\`\`txt\n${lines.map((line) => line.slice(2)).join('\n')}\n\`\`\``])
}

/** Formats plain text of the help: options, environment variables and packages become code. */
function inProse(text: string): string {
  return text.replaceAll(/(?<![\w-])(?:--[a-z][\w-]*|[A-Z]+_[A-Z_]*[A-Z]|@[\w-]+\/[\w-]+)/g, '`$&`')
}
