import { relative } from 'node:path'
import ts from 'typescript'
import { sourcesOf } from './documented.ts'

/** A default as stated by a doc comment, or as applied by the code. */
export interface Default {
  /** The name of the option. */
  readonly name: string
  /** The value as JSON. */
  readonly value: string
  /** The file and the line. */
  readonly where: string
}

const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 }

const camelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

/** The defaults of a package. */
export interface Defaults {
  readonly documented: readonly Default[]
  readonly applied: readonly Default[]
}

/**
 * Reads the defaults in the sources of a package: those that doc comments state, and those that code applies in a destructuring, for a
 * parameter, after `??`, in an object named `defaults`, or in the help of an option.
 */
export function defaultsIn(folder: string): Defaults {
  const found = sourcesOf(folder).map((path) => {
    const text = ts.sys.readFile(path) ?? ''
    return defaultsOf(ts.createSourceFile(relative(folder, path), text, ts.ScriptTarget.Latest, true))
  })
  return {
    documented: found.flatMap(({ documented }) => documented),
    applied: found.flatMap(({ applied }) => applied),
  }
}

/** Reads the defaults in one file. */
export function defaultsOf(file: ts.SourceFile): Defaults {
  const documented: Default[] = []
  const applied: Default[] = []
  const constants = new Map<string, ts.Expression>()

  function place(node: ts.Node): string {
    return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`
  }

  function add(name: string, value: unknown, node: ts.Node): void {
    if (value !== undefined) applied.push({ name, value: JSON.stringify(value), where: place(node) })
  }

  function apply(name: ts.Node, initializer: ts.Expression | undefined): void {
    add(name.getText(file), initializer && literalOf(initializer, constants), name)
  }

  function visit(node: ts.Node): void {
    if (ts.isVariableDeclaration(node) && node.initializer) {
      constants.set(node.name.getText(file), node.initializer)
      if (/defaults/i.test(node.name.getText(file)) && ts.isObjectLiteralExpression(node.initializer)) {
        for (const property of node.initializer.properties)
          if (ts.isPropertyAssignment(property)) apply(property.name, property.initializer)
      }
    }
    if (ts.isParameter(node)) apply(node.name, node.initializer)
    if (ts.isBindingElement(node)) apply(node.propertyName ?? node.name, node.initializer)
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
      apply(ts.isPropertyAccessExpression(node.left) ? node.left.name : node.left, node.right)
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const [flags, help] = (node.arguments ?? []).map((each) => (ts.isStringLiteral(each) ? each.text : ''))
      const [, name = ''] = /^--([a-z-]+) </.exec(flags ?? '') ?? []
      const [, number, unit = ''] = /\(default: (\d+)(s|m|h)?\)/.exec(help ?? '') ?? []
      if (number) add(camelCase(name), Number(number) * (units[unit] ?? 1), node)
    }
    if (ts.isPropertySignature(node)) {
      const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === 'default')
      const [, literal] =
        /^\s*(\d+|true|false|'[^']*')(?=$|[\s.,;])/.exec(ts.getTextOfJSDocComment(tag?.comment) ?? '') ?? []
      if (literal !== undefined)
        documented.push({ name: node.name.getText(file), value: literal.replaceAll("'", '"'), where: place(node) })
    }
    ts.forEachChild(node, visit)
  }

  visit(file)
  return { documented, applied }
}

function literalOf(node: ts.Expression, constants: ReadonlyMap<string, ts.Expression>): unknown {
  if (ts.isNumericLiteral(node)) return Number(node.text)
  if (ts.isStringLiteral(node)) return node.text
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false
  if (ts.isIdentifier(node)) {
    const constant = constants.get(node.text)
    return constant && literalOf(constant, new Map())
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AsteriskToken) {
    const [left, right] = [literalOf(node.left, constants), literalOf(node.right, constants)]
    return typeof left === 'number' && typeof right === 'number' ? left * right : undefined
  }
  return undefined
}
