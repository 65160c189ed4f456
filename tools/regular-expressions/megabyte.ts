import { createContext, Script } from 'node:vm'
import type { Expression } from './expression.ts'

/** The units repeated in the texts that an expression is tried on: its own characters and words, and some common ones. */
export function unitsFor({ source }: Pick<Expression, 'source'>): readonly string[] {
  const plain = source.replaceAll(/\\[a-z]|\\u[0-9A-F]{4}|[()[\]{}|^$*+?\\]/gi, ' ')
  const words = plain.split(' ').filter((word) => word !== '')
  const characters = [...new Set(plain), ...'a0A-/."\'{<=:;@_\n\t']
  const phrases = [words.join(''), words.join(' '), words.map((word) => `${word} `).join('')]
  return [...new Set([...characters, ...words, ...phrases])].filter((unit) => unit !== '')
}

const megabyte = 2 ** 20
/** Milliseconds: linear time takes a few, quadratic time takes minutes, so any limit in between works. */
const limit = 10_000

const search = new Script('expression.global ? text.replace(expression, "") : expression.test(text)')

/** Finds the units that exceed the limit when they are repeated to a megabyte, with and without other text around them. */
export function slowUnits({ source, flags }: Pick<Expression, 'source' | 'flags'>): readonly string[] {
  return unitsFor({ source }).filter((unit) => {
    const text = unit.repeat(Math.ceil(megabyte / unit.length))
    return [text, `${text}\0`, `\0${text}\n\0`].some((each) => !endsInTime(new RegExp(source, flags), each))
  })
}

function endsInTime(expression: RegExp, text: string): boolean {
  try {
    search.runInContext(createContext({ expression, text }), { timeout: limit })
    return true
  } catch (error) {
    // Not `instanceof`: the error may come from the other context.
    if (Object(error).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false
    throw error
  }
}
