// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.

/** SHA-256 of the bundled document, in hex. */
export const contractHash: string = '5422814dbca675fd62343cf562ae15e1524818f87221bac5fbd653be1612846f'
