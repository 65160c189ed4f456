import SwaggerParser from '@apidevtools/swagger-parser'

const { openapi } = await SwaggerParser.validate('./openapi.json')
console.log(openapi)
