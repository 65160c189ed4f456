import ts from 'typescript'
import { expect, test } from 'vitest'
import { compileFiles, documentOf, oneOperation, the } from '../../test/fixture.ts'
import { loadContract } from '../load-contract.ts'

interface Row {
  readonly text: string
  /** A line of code that must compile with the types. */
  readonly line: string
}

// The library is read once, and without the DOM, which is most of it: no generated type needs it.
const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  types: [],
  lib: ['lib.es2022.d.ts'],
  skipLibCheck: true,
}
const libraries = new Map<string, ts.SourceFile | undefined>()
const host = ts.createCompilerHost(options)

function libraryFile(name: string, version: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.SourceFile | undefined {
  if (!libraries.has(name)) libraries.set(name, host.getSourceFile(name, version))
  return libraries.get(name)
}

/** Returns TypeScript's errors for the types of each document, with its line. All share one program, since each takes time. */
async function errorsOf(rows: readonly Row[]): Promise<readonly (readonly string[])[]> {
  const sources = await Promise.all(
    rows.map(async ({ text, line }, index) => {
      const { files } = await compileFiles({ 'openapi.yaml': text })
      return [`types${index}.ts`, `${the(files.get('types.ts'))}\n${line}\n`] as const
    }),
  )
  const contents = new Map<string, string>(sources)
  const getSourceFile: ts.CompilerHost['getSourceFile'] = (name, version) => {
    const content = contents.get(name)
    return content === undefined ? libraryFile(name, version) : ts.createSourceFile(name, content, version)
  }
  const program = ts.createProgram([...contents.keys()], options, { ...host, getSourceFile })
  return [...contents.keys()].map((name) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(name))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  )
}

const answered = "operations['getThings']['responses'][200]['content']['application/json']"
const exactly = (type: string): string =>
  `type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false\nconst same: Same<${answered}, ${type}> = true`
const answerOf = (schema: string): string =>
  oneOperation(`responses: { '200': { description: Ok, content: { application/json: { schema: ${schema} } } } }`)

const schemas = `components:
  schemas:
    Wrap: { type: object, properties: { in: { type: array, items: { type: integer } }, obj: { type: object, properties: { deep: { type: string } } } } }
    All: { allOf: [{ type: object, required: [a], properties: { a: { type: string } } }, { type: object, properties: { z: { type: integer } } }] }
    One: { oneOf: [{ type: string }, { type: integer }] }
    Any: { anyOf: [{ type: string }, { type: integer }] }
    Map: { type: object, additionalProperties: { type: integer } }
    Defs: { type: object, $defs: { Y: { type: integer } } }
    Tuple: { type: array, prefixItems: [{ type: string }, { type: integer }] }
    Not: { not: { type: string } }
    Pattern: { type: object, patternProperties: { '^x-': { type: integer } } }
    Dash: { type: object, properties: { a-b: { type: integer } } }
    List: { type: array, items: { type: object, required: [q], properties: { q: { type: integer }, more: { $ref: '#/components/schemas/List/items' } } } }
    ListItems: { type: boolean }`

const documentFor = (pointer: string): string =>
  documentOf({ paths: answerOf(`{ $ref: '#/components/schemas/${pointer}' }`), rest: schemas })

// RFC 6901: a reference may point to any part of a document.
const references: readonly (readonly [pointer: string, type: string])[] = [
  ['Wrap/properties/in', 'number[]'],
  ['Wrap/properties/in/items', 'number'],
  ['Wrap/properties/obj/properties/deep', 'string'],
  ['All/allOf/1/properties/z', 'number'],
  ['One/oneOf/1', 'number'],
  ['Any/anyOf/0', 'string'],
  ['Map/additionalProperties', 'number'],
  ['Defs/$defs/Y', 'number'],
  ['Tuple/prefixItems/1', 'number'],
  ['Not/not', 'string'],
  ['Pattern/patternProperties/%5Ex-', 'number'],
  ['Dash/properties/a-b', 'number'],
  ['List/items/properties/q', 'number'],
]

test('A reference to a part of a schema has the type of that part', async () => {
  const rows = references.map(([pointer, type]): Row => ({ text: documentFor(pointer), line: exactly(type) }))
  expect(await errorsOf(rows)).toEqual(rows.map(() => []))
})

test('A part that contains itself gets an unused name', async () => {
  const text = documentFor('List/items')
  const lines = [
    `const q: number | undefined = ({} as ${answered}).more?.more?.q`,
    "const b: boolean = {} as components['schemas']['ListItems']",
  ]
  expect(await errorsOf(lines.map((line) => ({ text, line })))).toEqual([[], []])
})

// OpenAPI 3.0.4, section 4.7.24.1; JSON Schema 2020-12, Validation, section 6.1.2.
const values: readonly (readonly [schema: string, type: string, version?: string])[] = [
  ['{ type: string, nullable: true }', 'string | null', '3.0.4'],
  ['{ type: string, nullable: true, enum: [a] }', "'a'", '3.0.4'],
  ['{ type: string, nullable: true, enum: [a, null] }', "'a' | null", '3.0.4'],
  ["{ nullable: true, allOf: [{ $ref: '#/components/schemas/Text' }] }", 'string', '3.0.4'],
  ['{ type: string, enum: [] }', 'never'],
  ['{ enum: [] }', 'never'],
]

test('Types have the values that validators accept', async () => {
  const rest = 'components: { schemas: { Text: { type: string } } }'
  const rows = values.map(([schema, type, version = '3.1.1']): Row => {
    return { text: documentOf({ version, paths: answerOf(schema), rest }), line: exactly(type) }
  })
  expect(await errorsOf(rows)).toEqual(rows.map(() => []))
})

test('References in extensions do not affect the types', async () => {
  const rest = 'x-a: { $ref: none.yaml }\ncomponents: { schemas: { A: { type: string, x-b: { $ref: "#/x-c" } } } }'
  expect(await errorsOf([{ text: documentOf({ rest }), line: 'export {}' }])).toEqual([[]])
})

// OpenAPI 3.1.1, section 4.8.25.
test('Generated values match the types, including discriminators', async () => {
  const rest = `components:
  schemas:
    Cat: { type: object, required: [kind], properties: { kind: { type: string } } }
    Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }], discriminator: { propertyName: kind, mapping: { feline: '#/components/schemas/Cat' } } }
    Base: { type: object, required: [type], properties: { type: { type: string } }, discriminator: { propertyName: type, mapping: { sub: '#/components/schemas/Sub' } } }
    Sub: { allOf: [{ $ref: '#/components/schemas/Base' }] }
    Other: { allOf: [{ $ref: '#/components/schemas/Base' }] }`
  const rows = await Promise.all(
    ['Pet', 'Cat', 'Base', 'Sub', 'Other'].map(async (name): Promise<Row> => {
      const text = documentOf({ paths: answerOf(`{ $ref: '#/components/schemas/${name}' }`), rest })
      const { contract } = await loadContract(await compileFiles({ 'openapi.yaml': text }, { repair: true }))
      const made = contract.operations.getThings?.responses[200]?.content['application/json']?.examples.made
      return { text, line: `const made: ${answered} = ${JSON.stringify(the(made).value)}` }
    }),
  )
  expect(await errorsOf(rows)).toEqual(rows.map(() => []))
})
