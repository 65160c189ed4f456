import type { SampleRequest } from '../../samples/request.ts'
import { createReader, type Reader } from './reader.ts'

/** Parses the request of a C# sample, with the few language rules that samples use. */
export function readCSharp(sample: string, environment: Readonly<Record<string, string>>): SampleRequest {
  const reader = createReader(sample)
  reader.take('using System.Net.Http.Headers;')
  reader.take('using System.Text;')
  reader.take('using var client = new HttpClient();')
  reader.take('using var request = new HttpRequestMessage(new HttpMethod(')
  const method = readText(reader)
  reader.take('),')
  const url = readText(reader)
  reader.take(');')
  reader.take('request.Headers.Authorization = new AuthenticationHeaderValue(')
  const scheme = readText(reader)
  reader.take(', Environment.GetEnvironmentVariable(')
  const headers: [string, string][] = [['Authorization', `${scheme} ${environment[readText(reader)] ?? ''}`]]
  reader.take('));')
  while (reader.skip('request.Headers.TryAddWithoutValidation(')) {
    const name = readText(reader)
    reader.take(',')
    headers.push([name, readText(reader)])
    reader.take(');')
  }
  let body: string | undefined
  if (reader.skip('request.Content = new StringContent(')) {
    body = readText(reader)
    reader.take(', Encoding.UTF8,')
    headers.push(['Content-Type', readText(reader)])
    reader.take(');')
  }
  reader.take('using var answer = await client.SendAsync(request);')
  reader.take('Console.WriteLine($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");')
  reader.end()
  return { method, url, headers, body }
}

/** The escapes of a regular C# string; others do not compile. */
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '0': '\0',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

function readText(reader: Reader): string {
  reader.take('"')
  let text = ''
  for (;;) {
    const char = reader.char()
    if (char === '"') return text
    if (/[\n\r\u0085\u2028\u2029]/.test(char)) throw new SyntaxError('A line ends within a regular string.')
    if (char !== '\\') {
      text += char
      continue
    }
    const after = reader.char()
    if (after === 'u') text += String.fromCharCode(Number.parseInt(reader.word(/[\da-fA-F]{4}/y), 16))
    else if (escapes[after] === undefined) throw new SyntaxError(`C# knows no escape \\${after}.`)
    else text += escapes[after]
  }
}
