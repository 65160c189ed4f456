import ts from 'typescript'
import { constantText, literalParts } from './constant-text.ts'
import type { Expression, Found, RuntimeExpression } from './expression.ts'

/** String methods that convert a text to a regular expression. */
const making = new Set(['match', 'matchAll', 'search'])

/** Finds all regular expressions in a file of TypeScript or JavaScript: literals, constructed ones, and `pattern`s of schemas. */
export function findInCode(file: string, code: string): Found {
  const tree = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true)
  const constants = constantsOf(tree)
  const expressions: Expression[] = []
  const atRuntime: RuntimeExpression[] = []

  function add(node: ts.Node, source: string | undefined, flags: string | undefined): void {
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
    if (source === undefined || flags === undefined) atRuntime.push({ file, line, code: node.getText() })
    else expressions.push({ file, line, source, flags })
  }

  function addConstructed(node: ts.CallExpression | ts.NewExpression): void {
    const [pattern, flags] = node.arguments ?? []
    // A copy of a literal, which is found by itself.
    if (pattern === undefined || ts.isRegularExpressionLiteral(pattern)) return
    add(node, constantText(pattern, constants), flags === undefined ? '' : constantText(flags, constants))
  }

  function visit(node: ts.Node): void {
    if (ts.isRegularExpressionLiteral(node)) {
      const { source, flags } = literalParts(node.text)
      add(node, source, flags)
    } else if (
      (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
      /^(globalThis\.)?RegExp$/.test(node.expression.getText())
    ) {
      addConstructed(node)
    } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [text] = node.arguments
      const isText = text !== undefined && (ts.isStringLiteralLike(text) || ts.isTemplateExpression(text))
      if (isText && making.has(node.expression.name.text)) add(node, constantText(text, constants), '')
    } else if (ts.isPropertyAssignment(node) && /^['"]?pattern['"]?$/.test(node.name.getText())) {
      const source = constantText(node.initializer, constants)
      // JSON Schema reads patterns as Unicode.
      if (source !== undefined) add(node, source, 'u')
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return { expressions, atRuntime }
}

/** The values of all `const`s at the top of a file, by name. */
function constantsOf(tree: ts.SourceFile): ReadonlyMap<string, ts.Expression> {
  const declarations = tree.statements
    .filter(ts.isVariableStatement)
    .filter(({ declarationList }) => (declarationList.flags & ts.NodeFlags.Const) !== 0)
    .flatMap(({ declarationList }) => declarationList.declarations)
  return new Map(
    declarations.flatMap(({ name, initializer }) =>
      ts.isIdentifier(name) && initializer !== undefined ? [[name.text, initializer] as const] : [],
    ),
  )
}
