/** A command that a page shows, and what the page says it prints. */
export interface ShownCommand {
  readonly command: string
  readonly output: string
}

/** The commands of all blocks of a console in a Markdown page, in order. */
export function consoleBlocks(markdown: string): readonly ShownCommand[] {
  return [...markdown.matchAll(/^```console\n(.*?)^```$/gms)].flatMap(([, block = '']) =>
    [...block.matchAll(/^\$ (.*)\n((?:(?!\$ ).*\n)*)/gm)].map(([, command = '', output = '']) => ({ command, output })),
  )
}

/** The lines that were printed, but where a line fits the one shown, the one shown: `…` there stands for anything. */
export function likeShown(printed: string, shown: string): readonly string[] {
  const expected = shown.split('\n')
  return printed.split('\n').map((line, index) => {
    const pattern = expected[index] ?? ''
    const parts = pattern.split('…').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    return new RegExp(`^${parts.join('.+')}$`).test(line) ? pattern : line
  })
}
