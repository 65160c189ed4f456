import { fullFormats } from 'ajv-formats/dist/formats.js'
import * as runtime from '../runtime/formats.ts'

type Format = RegExp | true | ((text: string) => boolean) | { type: 'number'; validate: (value: number) => boolean }

/** Those of Ajv's formats that JSON Schema 2020-12 (Validation, section 7.3) defines. According to OpenAPI, others have no effect. */
const registered = new Set([
  ...['duration', 'email', 'hostname', 'ipv4', 'ipv6', 'uri-reference', 'uri-template'],
  ...['json-pointer', 'relative-json-pointer'],
])
const patterns = Object.entries(fullFormats).filter(
  (entry): entry is [string, RegExp] => registered.has(entry[0]) && entry[1] instanceof RegExp,
)
/** Ajv accepts a quotation mark in URIs. */
const reference = (new Map(patterns).get('uri-reference') ?? /$^/).source.replaceAll(`'"`, "'")

const scheme = '[a-z][a-z0-9+.-]*:'

/** The formats that are checked; any other is only informative. */
export const formats: Readonly<Record<string, Format>> = {
  ...Object.fromEntries(patterns),
  // Ajv accepts a URN as a UUID, too.
  uuid: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
  uri: new RegExp(`^(?=${scheme})${reference.slice(1)}`, 'i'),
  // Text before the first colon must be a scheme, unless a slash precedes the colon.
  'uri-reference': new RegExp(`^(?=${scheme}|(?![^/?#]*:))${reference.slice(1)}`, 'i'),
  byte: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
  ...runtime,
}

/** Imports the formats that are functions into the generated code. */
export const formatsImport: string = "import * as formats from './formats.ts'\n"
