import { globSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** An export of a source file, or a member of one. */
export interface Documented {
  /** The name of the export, or `Owner.member`. */
  readonly name: string
  /** The text of its doc comment; empty if there is none. */
  readonly text: string
  /** The tags of its doc comment. */
  readonly tags: readonly string[]
  /** What its comment has to state: the default of an option, the unit of a time, or neither. */
  readonly kind: 'option' | 'number' | 'other'
  /** Whether `undefined` may be passed for it. */
  readonly takesUndefined: boolean
  /** Whether it is an option of the command line, which no caller passes. */
  readonly isFlag: boolean
}

/** Reads everything that the sources of some packages export, and the members of interfaces and classes. */
export function documentedIn(folders: readonly string[]): readonly Documented[] {
  const files = folders.flatMap(sourcesOf)
  const program = ts.createProgram(files, {
    allowImportingTsExtensions: true,
    customConditions: ['@partner-upgrades/source'],
    exactOptionalPropertyTypes: true,
    module: ts.ModuleKind.NodeNext,
    noEmit: true,
    resolveJsonModule: true,
    skipLibCheck: true,
    strict: true,
    target: ts.ScriptTarget.ES2022,
  })
  const checker = program.getTypeChecker()
  const found: Documented[] = []

  function add(name: string, symbol: ts.Symbol, declaration: ts.Declaration, isMember = false): void {
    found.push({
      name,
      text: ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim(),
      tags: symbol.getJsDocTags(checker).map((tag) => tag.name),
      kind: isMember ? kindOf(name, symbol, declaration) : 'other',
      takesUndefined: ts.isPropertySignature(declaration) && takesUndefined(declaration),
      isFlag: /[/\\]cli[/\\]src[/\\]commands?[/\\]/.test(declaration.getSourceFile().fileName),
    })
  }

  function kindOf(name: string, symbol: ts.Symbol, declaration: ts.Declaration): Documented['kind'] {
    if (/Options\./.test(name) && symbol.flags & ts.SymbolFlags.Optional) return 'option'
    const type = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(symbol, declaration))
    return type.flags & ts.TypeFlags.NumberLike ? 'number' : 'other'
  }

  function takesUndefined({ type }: ts.PropertySignature): boolean {
    const options = type === undefined ? undefined : checker.getTypeFromTypeNode(type)
    return options?.isUnion() === true && options.types.some(({ flags }) => flags & ts.TypeFlags.Undefined)
  }

  for (const file of files) {
    const source = program.getSourceFile(file)
    const module = source && checker.getSymbolAtLocation(source)
    for (const symbol of module ? checker.getExportsOfModule(module) : []) {
      const declaration = symbol.declarations?.[0]
      // Re-exports are documented where they are declared.
      if (!declaration || symbol.flags & ts.SymbolFlags.Alias) continue
      add(symbol.name, symbol, declaration)
      const isError = ts.isClassDeclaration(declaration)
      for (const member of isError || ts.isInterfaceDeclaration(declaration) ? declaration.members : []) {
        const inner = member.name && checker.getSymbolAtLocation(member.name)
        // The name of an error is that of its class.
        if (inner && !(isError && inner.name === 'name')) add(`${symbol.name}.${inner.name}`, inner, member, true)
      }
    }
  }
  return found
}

/** The source files of a package, without tests and generated files. */
export function sourcesOf(folder: string): readonly string[] {
  const exclude = ['**/*.test.ts', '**/*.test-d.ts', '**/*.proof.ts', 'generated/**']
  return globSync('**/*.ts', { cwd: join(folder, 'src'), exclude }).map((file) => join(folder, 'src', file))
}

const time = /(timeout|delay|interval|waited|retryAfter|duration|settleFor|lease|until|at|within|nextLook|pause)$/i

/** Lists what the documentation of an export or member lacks. */
export function lacks({ name, text, tags, kind, takesUndefined, isFlag }: Documented): readonly string[] {
  const missing = text === '' ? ['a comment'] : []
  // A signal or a hook that is not passed does nothing.
  if (kind === 'option' && !tags.includes('default') && !/\.(signal|abortSignal|on[A-Z]\w*)$/.test(name))
    missing.push('@default')
  // Callers may pass undefined: `baseUrl: process.env.BASE_URL`. `GetTokenOptions` has the shape that @azure/core-auth prescribes.
  if (kind === 'option' && !takesUndefined && !isFlag && !name.startsWith('GetTokenOptions.'))
    missing.push('| undefined')
  if (kind === 'number' && time.test(name) && !/millisecond|second|minute/i.test(text)) missing.push('its unit')
  if (/^ProductUpgradesClient\.(?!baseUrl|settleFor|http)/.test(name))
    missing.push(...['throws', 'see'].filter((tag) => !tags.includes(tag)).map((tag) => `@${tag}`))
  return missing.map((what) => `${name} lacks ${what}`)
}
