/** By message, as the page quotes it: a function that provokes the message, and returns what a user sees. */
export type Symptoms = Readonly<Record<string, () => Promise<string>>>

/** Runs an action, and returns the message of its error. */
export async function messageOf(action: () => unknown): Promise<string> {
  try {
    await action()
    return 'Nothing went wrong.'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The messages that a page explains: the first column of its tables. */
export function messagesIn(markdown: string): readonly string[] {
  return markdown.split('\n').flatMap((line) => {
    const [, message] = /^\| `([^`]+)` \|/.exec(line) ?? []
    return message === undefined ? [] : [message]
  })
}

/** Whether a text contains a message, in which `…` stands for any text. */
export function tells(text: string, message: string): boolean {
  let at = 0
  for (const part of message.split('…')) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return true
}
