import { both, ids, lines, type Row } from './list-case.ts'

const { one, two, three } = ids

/** Lists with different column names. */
export const headers: readonly Row[] = [
  [
    "the portal's export",
    'Customers.csv',
    `\ufeff${lines(
      'Microsoft ID,Company name,Primary domain name,Relationship,Tags',
      `${one},Contoso,contoso.onmicrosoft.com,Cloud Reseller,`,
      `${two},"Fabrikam, Inc.",fabrikam.onmicrosoft.com,"Advisor, Cloud Reseller","gold,emea"`,
    )}`,
    both,
    ['Ignored columns "Primary domain name", "Relationship" and "Tags".'],
  ],
  [
    'Export-Csv of Windows PowerShell 5.1',
    'customers.csv',
    lines(
      '#TYPE Microsoft.Store.PartnerCenter.PowerShell.Models.Customers.PSCustomer',
      '"AllowDelegatedAccess","BillingProfile","CustomerId","CommerceId","Domain","Name","RelationshipToPartner"',
      `"","","${one}","","contoso.onmicrosoft.com","Contoso","Reseller"`,
      `"","","${two}","","fabrikam.onmicrosoft.com","Fabrikam, Inc.","Reseller"`,
    ),
    both,
    ['Ignored columns "AllowDelegatedAccess", "BillingProfile", "CommerceId", "Domain" and "RelationshipToPartner".'],
  ],
  ...[
    'Customer ID',
    'customer_id',
    'CUSTOMER-ID',
    'CustomerId',
    'Microsoft\u00a0ID',
    'MicrosoftId',
    'TenantId',
    'Tenant ID',
    'tenant_id',
    'CustomerTenantId',
    'Customer Tenant ID',
    'Directory (tenant) ID',
    'Azure AD tenant ID',
    '\u200bcustomerId',
    'Id',
  ].map((header): Row => [`the ID named ${JSON.stringify(header)}`, 'customers.csv', lines(header, one), ['one']]),
  ...[
    'Name',
    'Company name',
    'CompanyName',
    'company_name',
    'Customer Name',
    'CustomerName',
    'DisplayName',
    'Organization',
  ].map(
    (header): Row => [
      `a name column named ${JSON.stringify(header)}`,
      'c.csv',
      lines(`TenantId,${header}`, `${one},Contoso`),
      ['one Contoso'],
    ],
  ),
  ['a product family with a space', 'c.csv', lines('Customer ID,Product family', `${one},Office`), ['one [Office]']],
  ['a column "Id" beside the ID', 'c.csv', lines('Id,CustomerId', `7,${one}`), ['one'], ['Ignored column "Id".']],
  [
    'two ID columns that agree',
    'c.csv',
    lines('CustomerId,TenantId', `${one},{${one.toUpperCase()}}`, `${two},`),
    ['one', 'two'],
  ],
  [
    'two ID columns that differ',
    'c.csv',
    lines('CustomerId,Tenant ID', `${one},${one}`, `${two},${three}`),
    /line 3: "CustomerId" is "58e2.*", but "Tenant ID" is "5f0a.*": remove one of the columns/,
  ],
  [
    'two columns with the same name that differ',
    'c.csv',
    lines('customerId,CUSTOMERID', `${one},${two}`),
    /line 2: "customerId" is .*, but "CUSTOMERID" is/,
  ],
  [
    'two product families that differ',
    'c.csv',
    lines('customerId,productFamily,Product family', `${one},Azure,Office`),
    /line 2: "productFamily" is "Azure", but "Product family" is "Office"/,
  ],
  [
    'no column with an ID',
    'c.csv',
    lines('tenant,name', 'x,y'),
    /line 1: no column with the customer ID: call it .*; found "tenant", "name"/,
  ],
  [
    'many other columns',
    'c.csv',
    lines(`customerId,${Array.from({ length: 9 }, (_, index) => `c${index}`).join(',')}`, `${one},1,2,3,4,5,6,7,8,9`),
    ['one'],
    ['Ignored columns "c0", "c1", "c2", "c3", "c4" and 4 more.'],
  ],
]

/** Lists with duplicate customers. */
export const duplicates: readonly Row[] = [
  [
    'a duplicate row',
    'c.csv',
    lines('customerId,name', `${one},Contoso`, `${two},Fabrikam`, `${one},Contoso`),
    ['one Contoso', 'two Fabrikam'],
    ['Merged a duplicate row: line 4 repeats line 2.'],
  ],
  [
    'duplicates in different case, or without a name',
    'c.csv',
    lines('customerId,name', `${one},Contoso`, `${one.toUpperCase()},Contoso`, `${one},`),
    ['one Contoso'],
    ['Merged 2 duplicate rows; the first is line 3, which repeats line 2.'],
  ],
  [
    'a customer with two relationships, in an ignored column',
    'c.csv',
    lines('Microsoft ID,Relationship', `${one},Cloud Reseller`, `${one},Indirect Reseller`),
    ['one'],
    ['Ignored column "Relationship".', 'Merged a duplicate row: line 3 repeats line 2.'],
  ],
  [
    'one customer with two names',
    'c.csv',
    lines('customerId,name', `${one},Contoso`, `${one},Fabrikam`),
    /line 3: 4c72.* is already on line 2, with another name than "Fabrikam"/,
  ],
  [
    'one customer with two product families',
    'c.csv',
    lines('customerId,productFamily', `${one},Azure`, `${one},Office`),
    ['one', 'one [Office]'],
  ],
]
