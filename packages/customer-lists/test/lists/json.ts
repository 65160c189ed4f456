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
    'JSON Lines, their second object broken',
    'c.jsonl',
    `{"customerId":"${one}"}\n{"customerId":`,
    /line 2: not a JSON object/,
  ],
  ['a JSON array', 'c.json', JSON.stringify(pairs), both],
  ['a JSON array over many lines, with a mark', 'c.json', `\ufeff${JSON.stringify(pairs, undefined, 2)}`, both],
  [
    'a JSON array of IDs',
    'c.json',
    JSON.stringify([one, `{${two}}`]),
    ['one', 'two'],
    ['Corrected 1 customer ID (braces), on line 1.'],
  ],
  [
    'a JSON array with a bad item, by its line',
    'c.json',
    '[\n  "x",\n  {"customerId": "y"},\n  7\n]',
    /line 2: customerId is not a GUID: "x"\n.*line 3: customerId is not a GUID: "y"\n.*line 4: not a JSON object/,
  ],
  [
    'a single object of ConvertTo-Json',
    'c.json',
    JSON.stringify({ CustomerId: one, Domain: 'x', Name: 'Contoso' }, undefined, 4),
    ['one Contoso'],
    ['Ignored column "Domain".'],
  ],
  ['a single object on one line', 'c.json', JSON.stringify(object(one, 'Contoso')), ['one Contoso']],
  [
    'what ConvertTo-Json of PowerShell 5.1 may make of an array',
    'c.json',
    JSON.stringify({ value: pairs, Count: 2 }, undefined, 4),
    both,
  ],
  [
    "an answer of Partner Center's API",
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
    'an answer over many lines, with a bad item by its line',
    'c.json',
    JSON.stringify({ totalCount: 1, items: [{ id: 'x,[{"' }] }, undefined, 2),
    /line 4: id is not a GUID/,
  ],
  ['broken JSON', 'c.json', `[{"customerId":"${one}"},`, /line 1: invalid JSON/],
  ['an empty JSON array', 'c.json', '[]', /line 1: the list contains no customers/],
]
