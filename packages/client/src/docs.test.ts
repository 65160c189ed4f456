import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const entries = ['index', 'support', 'validation', 'opentelemetry'].map((name) =>
  fileURLToPath(new URL(`./${name}.ts`, import.meta.url)),
)

/** One thing a user can name: an export, or a member of one. */
interface Documented {
  readonly name: string
  readonly text: string
  readonly tags: readonly string[]
  readonly kind: 'method' | 'number' | 'option' | 'other'
}

function collect(files: readonly string[]): readonly Documented[] {
  const program = ts.createProgram([...files], {
    allowImportingTsExtensions: true,
    customConditions: ['@partner-upgrades/source'],
    exactOptionalPropertyTypes: true,
    module: ts.ModuleKind.NodeNext,
    noEmit: true,
    skipLibCheck: true,
    strict: true,
    target: ts.ScriptTarget.ES2022,
  })
  const checker = program.getTypeChecker()
  const found = new Map<string, Documented>()

  function add(name: string, symbol: ts.Symbol, owner = ''): void {
    const declaration = symbol.declarations?.[0]
    // Types of the contract are documented where they are generated.
    if (!declaration?.getSourceFile().fileName.includes('/packages/client/src/')) return
    const type = checker.getTypeOfSymbolAtLocation(symbol, declaration)
    const optional = (symbol.flags & ts.SymbolFlags.Optional) !== 0
    const kind = (() => {
      if (owner.endsWith('Options') && optional) return 'option'
      if (ts.isMethodSignature(declaration) || ts.isFunctionDeclaration(declaration)) return 'method'
      const isNumber = (checker.getNonNullableType(type).flags & ts.TypeFlags.NumberLike) !== 0
      return isNumber && owner ? 'number' : 'other'
    })()
    found.set(owner ? `${owner}.${name}` : name, {
      name: owner ? `${owner}.${name}` : name,
      text: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
      tags: symbol.getJsDocTags(checker).map((tag) => tag.name),
      kind,
    })
    if (owner) return
    const own = ts.isInterfaceDeclaration(declaration) || ts.isClassDeclaration(declaration) ? declaration.members : []
    for (const member of own) {
      const inner = member.name && checker.getSymbolAtLocation(member.name)
      const isName = member.name?.getText() === 'name'
      if (inner && !isName) add(inner.name, inner, name)
    }
  }

  for (const file of files) {
    const source = program.getSourceFile(file)
    const module = source && checker.getSymbolAtLocation(source)
    for (const symbol of module ? checker.getExportsOfModule(module) : []) {
      const original = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
      add(symbol.name, original)
    }
  }
  return [...found.values()]
}

/** What is missing from the documentation of a thing. */
function lacks({ name, text, tags, kind }: Documented): readonly string[] {
  const missing = text.trim() === '' ? ['a comment'] : []
  if (
    kind === 'option' &&
    name !== 'PollOptions.lastDelay' &&
    !tags.includes('default') &&
    !/^Sent as|^Headers|^Ends|^Called/.test(text)
  ) {
    missing.push('@default')
  }
  if (kind === 'number' && !/millisecond|HTTP status|version/i.test(text)) missing.push('its unit')
  if (kind === 'method' && /^ProductUpgradesClient\./.test(name)) {
    missing.push(...['throws', 'see'].filter((tag) => !tags.includes(tag)).map((tag) => `@${tag}`))
  }
  return missing.map((what) => `${name} lacks ${what}`)
}

const documented = collect(entries)

test('every public symbol is documented: units, defaults, errors thrown, the page it rests on', () => {
  expect(documented.flatMap(lacks)).toEqual([])
})

test('the check sees exports and members of every kind', () => {
  const names = documented.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining([
      'createProductUpgradesClient',
      'ProductUpgradesClient.create',
      'ProductUpgradesClientOptions.timeout',
      'Attempt.duration',
      'FaultError.code',
      'describeForSupport',
      'validateResponses',
      'withOpenTelemetry',
    ]),
  )
})

test('the check finds what is missing', () => {
  const bare = { text: '', tags: [] }
  expect(lacks({ ...bare, name: 'ProductUpgradesClient.x', kind: 'method' })).toHaveLength(3)
  expect(lacks({ ...bare, name: 'x', kind: 'number' })).toEqual(['x lacks a comment', 'x lacks its unit'])
  expect(lacks({ ...bare, name: 'x', kind: 'option' })).toEqual(['x lacks a comment', 'x lacks @default'])
})
