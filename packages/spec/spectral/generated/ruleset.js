// Generated from .spectral.yaml. Do not edit: change the YAML and run `npm run generate`.
import {oas3} from "@stoplight/spectral-formats";
import {defined, pattern, schema, truthy} from "@stoplight/spectral-functions";
import {oas} from "@stoplight/spectral-rulesets";
import bodyexample from "../../rules/body-example.js";
import componentused from "../../rules/component-used.js";
import credentialsrequired from "../../rules/credentials-required.js";
import documentedexample from "../../rules/documented-example.js";
import errorresponses from "../../rules/error-responses.js";
import evidencelevel from "../../rules/evidence-level.js";
import exampleproperties from "../../rules/example-properties.js";
import faultanswered from "../../rules/fault-answered.js";
import faultexample from "../../rules/fault-example.js";
import headercase from "../../rules/header-case.js";
import idempotentpost from "../../rules/idempotent-post.js";
import informativedescription from "../../rules/informative-description.js";
import knownextension from "../../rules/known-extension.js";
import noinlineobject from "../../rules/no-inline-object.js";
import nosecrets from "../../rules/no-secrets.js";
import oas3schema from "../../rules/oas3-schema.js";
import openresponseset from "../../rules/open-response-set.js";
import operationid from "../../rules/operation-id.js";
import responseheaders from "../../rules/response-headers.js";
import sharedguid from "../../rules/shared-guid.js";
import throttling from "../../rules/throttling.js";
export default {
  "extends": [[oas, "all"]],
  "aliases": {
    "Operation": ["$.paths[*][get,put,post,delete,options,head,patch,trace]"],
    "RequestBody": ["$.paths[*][*].requestBody", "$.components.requestBodies[*]"],
    "Response": ["$.paths[*][*].responses[*]", "$.components.responses[*]"],
    "Body": ["#RequestBody.content[*]", "#Response.content[*]"],
    "Schema": ["$.components.schemas[*]", "$.components[parameters,headers][*].schema", "$.paths[*].parameters[*].schema", "$.paths[*][*].parameters[*].schema", "#Body.schema", "#Response.headers[*].schema"]
  },
  "rules": {
    "oas3-schema": {
      "description": "All files of the document have the structure that OpenAPI prescribes.",
      "formats": [oas3],
      "severity": "error",
      "resolved": true,
      "given": "$",
      "then": {
        "function": oas3schema
      }
    },
    "contact-properties": {
      "description": "The contact has a name.",
      "severity": "warn",
      "given": "$.info.contact",
      "then": {
        "field": "name",
        "function": truthy
      }
    },
    "oas3-unused-component": "off",
    "component-used": {
      "description": "Every component is referenced.",
      "message": "{{error}}",
      "formats": [oas3],
      "severity": "warn",
      "resolved": false,
      "given": "$",
      "then": {
        "function": componentused
      }
    },
    "evidence-stated": {
      "description": "Operations, components and faults state their evidence level and source.",
      "message": "{{property}} is missing: state the evidence level and the source.",
      "formats": [oas3],
      "severity": "warn",
      "given": ["#Operation", "$.components[schemas,parameters,headers,responses,requestBodies,examples,securitySchemes][*]", "$['x-faults'][*]"],
      "then": {
        "field": "x-evidence",
        "function": truthy
      }
    },
    "evidence-level": {
      "description": "Evidence has a known level and a source.",
      "message": "{{error}}",
      "severity": "warn",
      "given": ["$..['x-evidence']", "$['x-faults'][*].operations[*]"],
      "then": {
        "function": evidencelevel
      }
    },
    "body-example": {
      "description": "Every body has an example.",
      "message": "{{error}}",
      "formats": [oas3],
      "severity": "warn",
      "given": "#Body",
      "then": {
        "function": bodyexample
      }
    },
    "example-properties": {
      "description": "No example has a property that its schema does not list.",
      "message": "{{error}}",
      "formats": [oas3],
      "severity": "warn",
      "given": ["#Body", "#Schema"],
      "then": {
        "function": exampleproperties
      }
    },
    "body-required": {
      "description": "Every request body states whether it is required; the default is false.",
      "message": "Without `required`, the body may be left out; write true, or false if that is intended.",
      "formats": [oas3],
      "severity": "warn",
      "given": "#RequestBody",
      "then": {
        "field": "required",
        "function": defined
      }
    },
    "credentials-required": {
      "description": "Every operation requires credentials.",
      "message": "{{error}}",
      "formats": [oas3],
      "severity": "warn",
      "given": "#Operation",
      "then": {
        "function": credentialsrequired
      }
    },
    "documented-example": {
      "description": "Documented examples are defined once, in exchanges/.",
      "message": "{{error}}",
      "formats": [oas3],
      "severity": "warn",
      "given": "#Body.examples.documented",
      "then": {
        "function": documentedexample,
        "functionOptions": {
          "folder": "exchanges"
        }
      }
    },
    "throttling": {
      "description": "Every operation describes its response to throttled calls and how long to wait.",
      "message": "{{error}}",
      "formats": [oas3],
      "severity": "warn",
      "given": "#Operation",
      "then": {
        "function": throttling
      }
    },
    "error-responses": {
      "description": "Every operation describes every error status of the service, each with a fault as its body.",
      "message": "{{error}}",
      "formats": [oas3],
      "severity": "warn",
      "given": "#Operation",
      "then": {
        "function": errorresponses,
        "functionOptions": {
          "statuses": ["400", "401", "403", "404", "405", "406", "408", "409", "412", "429", "500", "501", "502", "503", "504"],
          "ofBodies": ["415"],
          "properties": ["code", "description"],
          "other": ["429"]
        }
      }
    },
    "fault-answered": {
      "description": "Each fault refers to existing operations that declare its status.",
      "message": "{{error}}",
      "formats": [oas3],
      "severity": "warn",
      "given": "$['x-faults'][*]",
      "then": {
        "function": faultanswered
      }
    },
    "fault-example": {
      "description": "Every operation that can return a fault has an example of that name.",
      "message": "{{error}}",
      "formats": [oas3],
      "severity": "warn",
      "given": "$['x-faults'][*]",
      "then": {
        "function": faultexample
      }
    },
    "no-inline-object": {
      "description": "Every object schema has a name.",
      "message": "{{error}}",
      "formats": [oas3],
      "severity": "warn",
      "given": "#Schema",
      "then": {
        "function": noinlineobject
      }
    },
    "server-over-tls": {
      "description": "Servers use TLS, except on loopback.",
      "message": "Credentials are sent to this address: write https.",
      "formats": [oas3],
      "severity": "warn",
      "given": "$.servers[*].url",
      "then": {
        "function": pattern,
        "functionOptions": {
          "notMatch": "^http://(?!(localhost|127\\.0\\.0\\.1)([:/]|$))"
        }
      }
    },
    "shared-guid": {
      "description": "GUIDs are described by one shared schema.",
      "message": "{{error}}",
      "formats": [oas3],
      "severity": "warn",
      "given": "#Schema",
      "then": {
        "function": sharedguid,
        "functionOptions": {
          "name": "Guid"
        }
      }
    },
    "open-response-set": {
      "description": "Responses may contain values and properties that are not listed.",
      "message": "{{error}}",
      "formats": [oas3],
      "severity": "warn",
      "given": ["#Response.content[*].schema", "#Response.headers[*].schema"],
      "then": {
        "function": openresponseset
      }
    },
    "known-values-described": {
      "description": "Every known value has a description.",
      "message": "A known value has a `value` and a `description`: {{error}}.",
      "formats": [oas3],
      "severity": "warn",
      "given": "$..['x-known-values'][*]",
      "then": {
        "function": schema,
        "functionOptions": {
          "schema": {
            "type": "object",
            "required": ["value", "description"],
            "properties": {
              "description": {
                "type": "string",
                "minLength": 1
              }
            }
          }
        }
      }
    },
    "informative-description": {
      "description": "Descriptions exist and say more than the name.",
      "message": "{{error}}",
      "formats": [oas3],
      "severity": "warn",
      "given": ["$.components[schemas,parameters,headers,responses][*]", "$.components.schemas[*].properties[*]", "$.paths[*].parameters[*]", "$.paths[*][*].parameters[*]", "$.paths[*][*].responses[*]", "#Operation", "#Response.headers[*]", "$..['x-known-values'][*]"],
      "then": {
        "function": informativedescription
      }
    },
    "idempotent-post": {
      "description": "Every POST takes the header that makes it safe to repeat.",
      "message": "{{error}}",
      "formats": [oas3],
      "severity": "warn",
      "given": "$.paths[*]",
      "then": {
        "function": idempotentpost,
        "functionOptions": {
          "header": "MS-RequestId"
        }
      }
    },
    "response-headers": {
      "description": "Every response declares the headers that support needs to find a call.",
      "message": "{{error}}",
      "formats": [oas3],
      "severity": "warn",
      "given": "#Response",
      "then": {
        "function": responseheaders,
        "functionOptions": {
          "headers": ["MS-RequestId", "MS-CorrelationId"]
        }
      }
    },
    "operation-id": {
      "description": "An operationId is a verb and a noun, and names its file.",
      "message": "{{error}}",
      "formats": [oas3],
      "severity": "warn",
      "given": "#Operation",
      "then": {
        "function": operationid,
        "functionOptions": {
          "verbs": ["check", "create", "delete", "get", "list", "update"]
        }
      }
    },
    "header-case": {
      "description": "Headers are spelt as documented.",
      "message": "{{error}}",
      "formats": [oas3],
      "severity": "warn",
      "given": ["#Response.headers", "$.components.headers", "$.components.parameters[*]", "$.paths[*].parameters[*]", "$.paths[*][*].parameters[*]"],
      "then": {
        "function": headercase,
        "functionOptions": {
          "names": ["ETag", "isMfaCompliant", "MS-CorrelationId", "MS-CV", "MS-PartnerCenter-Application", "MS-RequestId", "MS-ServerId", "ValidateMfa", "WWW-Authenticate", "MS-Contract-Version", "MS-ContinuationToken"]
        }
      }
    },
    "known-extension": {
      "description": "Every extension is a known one.",
      "message": "{{error}}",
      "formats": [oas3],
      "severity": "warn",
      "given": "$",
      "then": {
        "function": knownextension,
        "functionOptions": {
          "names": ["x-case-insensitive", "x-evidence", "x-example", "x-faults", "x-known-values", "x-plausible-faults"]
        }
      }
    },
    "no-secrets": {
      "description": "The document contains no credentials, nor anything that looks like one.",
      "message": "{{error}}",
      "severity": "error",
      "given": "$",
      "then": {
        "function": nosecrets
      }
    }
  }
};

