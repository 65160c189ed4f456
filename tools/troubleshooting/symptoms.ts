/** What makes each message of a page come up, by the message as the page has it, and returns what a user then sees. */
export type Symptoms = Readonly<Record<string, () => Promise<string>>>

/** The message of an error, or of what is done, whichever comes. */
export async function messageOf(action: () => unknown): Promise<string> {
  try {
    await action()
    return 'Nothing went wrong.'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The messages that a page tells of: what stands in the first column of its tables. */
export function messagesIn(markdown: string): readonly string[] {
  return markdown.split('\n').flatMap((line) => {
    const [, message] = /^\| `([^`]+)` \|/.exec(line) ?? []
    return message === undefined ? [] : [message]
  })
}

/** Whether a text has a message in it, in which `…` stands for anything. */
export function tells(text: string, message: string): boolean {
  let at = 0
  for (const part of message.split('…')) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return true
}
