import { fullFormats } from 'ajv-formats/dist/formats.js'
import * as runtime from '../runtime/formats.ts'

type Format = RegExp | true | ((text: string) => boolean) | { type: 'number'; validate: (value: number) => boolean }

/** Of Ajv's formats, those that JSON Schema 2020-12 (Validation, section 7.3) defines. Of others OpenAPI says that nothing follows. */
const registered = new Set([
  ...['duration', 'email', 'hostname', 'ipv4', 'ipv6', 'uri-reference', 'uri-template'],
  ...['json-pointer', 'relative-json-pointer'],
])
const patterns = Object.entries(fullFormats).filter(
  (entry): entry is [string, RegExp] => registered.has(entry[0]) && entry[1] instanceof RegExp,
)
/** Ajv takes a quotation mark for a character of URIs. */
const reference = (new Map(patterns).get('uri-reference') ?? /$^/).source.replaceAll(`'"`, "'")

const scheme = '[a-z][a-z0-9+.-]*:'

/** The formats that are checked; any other says something to people only. */
export const formats: Readonly<Record<string, Format>> = {
  ...Object.fromEntries(patterns),
  // Ajv takes a URN for a UUID, too.
  uuid: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
  uri: new RegExp(`^(?=${scheme})${reference.slice(1)}`, 'i'),
  // What is before a first colon is a scheme, or there is a slash before it.
  'uri-reference': new RegExp(`^(?=${scheme}|(?![^/?#]*:))${reference.slice(1)}`, 'i'),
  byte: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
  ...runtime,
}

/** Brings into the generated code those formats that are functions. */
export const formatsImport: string = "import * as formats from './formats.ts'\n"
