/** A command in a page, and the output that the page shows for it. */
export interface ShownCommand {
  readonly command: string
  readonly output: string
}

/** Finds the commands in all console blocks of a Markdown page, in order. */
export function consoleBlocks(markdown: string): readonly ShownCommand[] {
  return [...markdown.matchAll(/^```console\n(.*?)^```$/gms)].flatMap(([, block = '']) =>
    [...block.matchAll(/^\$ (.*)\n((?:(?!\$ ).*\n)*)/gm)].map(([, command = '', output = '']) => ({ command, output })),
  )
}

/** The printed lines, each replaced by the line shown if it matches, where `…` stands for any text. */
export function likeShown(printed: string, shown: string): readonly string[] {
  const expected = shown.split('\n')
  return printed.split('\n').map((line, index) => {
    const pattern = expected[index] ?? ''
    const parts = pattern.split('…').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    return new RegExp(`^${parts.join('.+')}$`).test(line) ? pattern : line
  })
}
