import { both, ids, type Row } from './list-case.ts'

const { one, two } = ids

const object = (id: string, name: string): object => ({ customerId: id, name })
const pairs = [object(one, 'Contoso'), object(two, 'Fabrikam, Inc.')]

/** Lists in JSON. */
export const json: readonly Row[] = [
  ['JSON Lines', 'c.jsonl', pairs.map((each) => JSON.stringify(each)).join('\n'), both],
  [
    'JSON Lines with other spellings and properties',
    'c.jsonl',
    `{"TenantId":"${one}","Company name":"Contoso","tags":["a"]}\n`,
    ['one Contoso'],
    ['Ignored column "tags".'],
  ],
  [
    'JSON Lines with a broken second object',
    'c.jsonl',
    `{"customerId":"${one}"}\n{"customerId":`,
    /line 2: not a JSON object/,
  ],
  ['a JSON array', 'c.json', JSON.stringify(pairs), both],
  ['a JSON array over many lines, with a BOM', 'c.json', `\ufeff${JSON.stringify(pairs, undefined, 2)}`, both],
  [
    'a JSON array of IDs',
    'c.json',
    JSON.stringify([one, `{${two}}`]),
    ['one', 'two'],
    ['Corrected 1 customer ID (braces), on line 1.'],
  ],
  [
    'a JSON array with invalid items, reported by line',
    'c.json',
    '[\n  "x",\n  {"customerId": "y"},\n  7\n]',
    /line 2: customerId is not a GUID: "x"\n.*line 3: customerId is not a GUID: "y"\n.*line 4: not a JSON object/,
  ],
  [
    'a single object from ConvertTo-Json',
    'c.json',
    JSON.stringify({ CustomerId: one, Domain: 'x', Name: 'Contoso' }, undefined, 4),
    ['one Contoso'],
    ['Ignored column "Domain".'],
  ],
  ['a single object on one line', 'c.json', JSON.stringify(object(one, 'Contoso')), ['one Contoso']],
  [
    'an array as ConvertTo-Json of PowerShell 5.1 may write it',
    'c.json',
    JSON.stringify({ value: pairs, Count: 2 }, undefined, 4),
    both,
  ],
  [
    "a response of Partner Center's API",
    'c.json',
    JSON.stringify({
      totalCount: 1,
      items: [
        {
          id: one,
          commerceId: two,
          companyProfile: { tenantId: one, domain: 'x', companyName: 'Contoso' },
          relationshipToPartner: 'reseller',
        },
      ],
      links: { self: { uri: '/customers' } },
    }),
    ['one Contoso'],
    ['Ignored columns "domain", "id", "commerceId", "companyProfile" and "relationshipToPartner".'],
  ],
  [
    'a response over many lines, with an invalid item reported by line',
    'c.json',
    JSON.stringify({ totalCount: 1, items: [{ id: 'x,[{"' }] }, undefined, 2),
    /line 4: id is not a GUID/,
  ],
  ['broken JSON', 'c.json', `[{"customerId":"${one}"},`, /line 1: invalid JSON/],
  ['an empty JSON array', 'c.json', '[]', /line 1: the list contains no customers/],
]
