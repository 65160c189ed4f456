import ts from 'typescript'

/** Evaluates an expression made of constants of its file; undefined if it depends on anything else. */
export function constantText(node: ts.Expression, constants: ReadonlyMap<string, ts.Expression>): string | undefined {
  const textOf = (part: ts.Expression): string | undefined => constantText(part, constants)
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isParenthesizedExpression(node)) return textOf(node.expression)
  if (ts.isIdentifier(node)) {
    const value = constants.get(node.text)
    // Without the constant itself, as one that is defined by itself would recurse for ever.
    return value && constantText(value, new Map([...constants].filter(([name]) => name !== node.text)))
  }
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'source') return sourceOf(node.expression, constants)
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return joined([textOf(node.left), textOf(node.right)])
  }
  if (ts.isTemplateExpression(node)) return templateText(node, (literal) => literal.text, textOf)
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'String.raw') {
    const raw = (literal: ts.TemplateLiteralLikeNode): string => literal.rawText ?? literal.text
    const { template } = node
    return ts.isTemplateExpression(template) ? templateText(template, raw, textOf) : raw(template)
  }
  return undefined
}

function templateText(
  { head, templateSpans }: ts.TemplateExpression,
  literalText: (literal: ts.TemplateLiteralLikeNode) => string,
  textOf: (part: ts.Expression) => string | undefined,
): string | undefined {
  return joined([
    literalText(head),
    ...templateSpans.flatMap(({ expression, literal }) => [textOf(expression), literalText(literal)]),
  ])
}

function sourceOf(node: ts.Expression, constants: ReadonlyMap<string, ts.Expression>): string | undefined {
  const value = ts.isIdentifier(node) ? constants.get(node.text) : node
  return value && ts.isRegularExpressionLiteral(value) ? literalParts(value.text).source : undefined
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join('')
}

/** Source and flags of `/source/flags`. */
export function literalParts(text: string): { readonly source: string; readonly flags: string } {
  const end = text.lastIndexOf('/')
  return { source: text.slice(1, end), flags: text.slice(end + 1) }
}
