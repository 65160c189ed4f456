import { type Situation, toRequest } from './request.ts'

/** Writes the request in C#, with the standard library of .NET 8 only. */
export function toCSharp(situation: Situation): string {
  const { method, url, headers, body } = toRequest(situation)
  const lines = [
    'using System.Net.Http.Headers;',
    'using System.Text;',
    '',
    'using var client = new HttpClient();',
    `using var request = new HttpRequestMessage(new HttpMethod(${quote(method)}), ${quote(url)});`,
    'request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("PARTNER_CENTER_TOKEN"));',
    ...headers
      .filter(([name]) => name !== 'Content-Type')
      .map(([name, value]) => `request.Headers.TryAddWithoutValidation(${quote(name)}, ${quote(value)});`),
    ...(body === undefined
      ? []
      : [`request.Content = new StringContent(${quote(body)}, Encoding.UTF8, "application/json");`]),
    '',
    'using var answer = await client.SendAsync(request);',
    'Console.WriteLine($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");',
  ]
  return `${lines.join('\n')}\n`
}

/** Quotes a regular C# string: JSON escapes the same characters, in forms that C# also accepts. */
function quote(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u0085\u2028\u2029]/g,
    (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
