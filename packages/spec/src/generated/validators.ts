// @ts-nocheck
// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.
import type { Validate } from './model.ts'

function toValidate(check) {
  return (value) => {
    try {
      return check(value) ? [] : (check.errors ?? []).map(toProblem);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return [{ pointer: "", keyword: "depth", message: "is nested too deeply to be checked" }];
    }
  };
}
function toProblem({ instancePath, keyword, message = "is not valid", params }) {
  const unexpected = params.additionalProperty ?? params.unevaluatedProperty;
  if (typeof unexpected === "string") {
    return { pointer: `${instancePath}/${escapeKey(unexpected)}`, keyword, message: "must not be present" };
  }
  if (keyword === "enum" && Array.isArray(params.allowedValues)) {
    return { pointer: instancePath, keyword, message: `must be one of ${params.allowedValues.map(show).join(", ")}` };
  }
  if (keyword === "type" && Array.isArray(params.type)) {
    return { pointer: instancePath, keyword, message: `must be ${params.type.join(" or ")}` };
  }
  if (keyword === "const") return { pointer: instancePath, keyword, message: `must be ${show(params.allowedValue)}` };
  return { pointer: instancePath, keyword, message };
}
function escapeKey(name) {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
function show(value) {
  return JSON.stringify(value);
}

var fullDate = /^(\d{4})-(\d\d)-(\d\d)$/;
var fullTime = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d):(\d\d))$/i;
function date(text) {
  const [, year, month, day] = (fullDate.exec(text) ?? []).map(Number);
  if (year === void 0 || month === void 0 || day === void 0) return false;
  const last = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : daysOf(month);
  return day >= 1 && day <= last;
}
function daysOf(month) {
  return [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
function time(text) {
  const match = fullTime.exec(text);
  if (!match) return false;
  const [hour = 0, minute = 0, second = 0] = match.slice(1, 4).map(Number);
  const [offsetHour, offsetMinute] = [Number(match[5] ?? 0), Number(match[6] ?? 0)];
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return false;
  if (second < 60) return true;
  const offset = (offsetHour * 60 + offsetMinute) * (match[4] === "-" ? -1 : 1);
  return (hour * 60 + minute - offset + 2880) % 1440 === 1439;
}
function dateTime(text) {
  const [day, clock] = [text.slice(0, 10), text.slice(11)];
  if (!/^.{10}t/i.test(text) || !date(day) || !time(clock)) return false;
  if (clock.slice(6, 8) !== "60") return true;
  const zone = clock.slice(8).replace(/^\.\d+/, "");
  const before = Date.parse(`${day}T${clock.slice(0, 6)}59${zone.toUpperCase()}`);
  return new Date(before + 1e3).getUTCDate() === 1;
}

function textLength(text) {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

var check$Guid = validate0;
var pattern0 = new RegExp("^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$", "u");
function validate0(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate0.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern0.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$" }, message: 'must match pattern "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"' };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate0.errors = vErrors;
  return errors === 0;
}
validate0.evaluated = { "dynamicProps": false, "dynamicItems": false };
var check$string = validate1;
function validate1(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate1.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate1.errors = vErrors;
  return errors === 0;
}
validate1.evaluated = { "dynamicProps": false, "dynamicItems": false };
var check$boolean = validate2;
function validate2(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "boolean") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate2.errors = vErrors;
  return errors === 0;
}
validate2.evaluated = { "dynamicProps": false, "dynamicItems": false };
var check$ProductUpgradeRequest = validate3;
var schema6 = { "type": "object", "properties": { "etag": { "type": ["string", "null"] }, "objectType": { "type": ["string", "null"] } } };
var func0 = Object.prototype.hasOwnProperty;
var func4 = textLength;
function validate3(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate3.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.customerId === void 0 || !func0.call(data, "customerId")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "customerId" }, message: "must have required property 'customerId'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.productFamily === void 0 || !func0.call(data, "productFamily")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "productFamily" }, message: "must have required property 'productFamily'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.customerId !== void 0 && func0.call(data, "customerId")) {
      let data0 = data.customerId;
      if (typeof data0 === "string") {
        if (!pattern0.test(data0)) {
          const err2 = { instancePath: instancePath + "/customerId", schemaPath: "/schemas/Guid/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$" }, message: 'must match pattern "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"' };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/customerId", schemaPath: "/schemas/Guid/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.productFamily !== void 0 && func0.call(data, "productFamily")) {
      let data1 = data.productFamily;
      if (typeof data1 === "string") {
        if (func4(data1) < 1) {
          const err4 = { instancePath: instancePath + "/productFamily", schemaPath: "/schemas/ProductFamily/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/productFamily", schemaPath: "/schemas/ProductFamily/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.attributes !== void 0 && func0.call(data, "attributes")) {
      let data2 = data.attributes;
      const _errs8 = errors;
      let valid3 = false;
      let passing0 = null;
      const _errs9 = errors;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.etag !== void 0 && func0.call(data2, "etag")) {
          let data3 = data2.etag;
          if (typeof data3 !== "string" && data3 !== null) {
            const err6 = { instancePath: instancePath + "/attributes/etag", schemaPath: "/schemas/ResourceAttributes/properties/etag/type", keyword: "type", params: { type: schema6.properties.etag.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        if (data2.objectType !== void 0 && func0.call(data2, "objectType")) {
          let data4 = data2.objectType;
          if (typeof data4 !== "string" && data4 !== null) {
            const err7 = { instancePath: instancePath + "/attributes/objectType", schemaPath: "/schemas/ResourceAttributes/properties/objectType/type", keyword: "type", params: { type: schema6.properties.objectType.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/attributes", schemaPath: "/schemas/ResourceAttributes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      var _valid0 = _errs9 === errors;
      if (_valid0) {
        valid3 = true;
        passing0 = 0;
        var props0 = {};
        props0.etag = true;
        props0.objectType = true;
      }
      const _errs16 = errors;
      if (data2 !== null) {
        const err9 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      var _valid0 = _errs16 === errors;
      if (_valid0 && valid3) {
        valid3 = false;
        passing0 = [passing0, 1];
      } else {
        if (_valid0) {
          valid3 = true;
          passing0 = 1;
        }
      }
      if (!valid3) {
        const err10 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      } else {
        errors = _errs8;
        if (vErrors !== null) {
          if (_errs8) {
            vErrors.length = _errs8;
          } else {
            vErrors = null;
          }
        }
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate3.errors = vErrors;
  return errors === 0;
}
validate3.evaluated = { "props": { "customerId": true, "productFamily": true, "attributes": true }, "dynamicProps": false, "dynamicItems": false };
var check$stringUriReference = validate4;
var formats0 = /^(?=[a-z][a-z0-9+.-]*:|(?![^/?#]*:))(?:[a-z][a-z0-9+\-.]*:)?(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)?(?:\?(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;
function validate4(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate4.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!formats0.test(data)) {
      const err0 = { instancePath, schemaPath: "#/format", keyword: "format", params: { format: "uri-reference" }, message: 'must match format "uri-reference"' };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate4.errors = vErrors;
  return errors === 0;
}
validate4.evaluated = { "dynamicProps": false, "dynamicItems": false };
var check$Fault = validate5;
var schema8 = { "type": "object", "required": ["code", "description"], "properties": { "code": { "type": ["string", "integer"] }, "description": { "type": "string", "maxLength": 1024 }, "data": { "type": ["array", "null"], "items": {} }, "source": { "type": ["string", "null"] } } };
function validate5(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate5.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.code === void 0 || !func0.call(data, "code")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "code" }, message: "must have required property 'code'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.description === void 0 || !func0.call(data, "description")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "description" }, message: "must have required property 'description'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.code !== void 0 && func0.call(data, "code")) {
      let data0 = data.code;
      if (typeof data0 !== "string" && !(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)))) {
        const err2 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/type", keyword: "type", params: { type: schema8.properties.code.type }, message: "must be string,integer" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.description !== void 0 && func0.call(data, "description")) {
      let data1 = data.description;
      if (typeof data1 === "string") {
        if (func4(data1) > 1024) {
          const err3 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.data !== void 0 && func0.call(data, "data")) {
      let data2 = data.data;
      if (!Array.isArray(data2) && data2 !== null) {
        const err5 = { instancePath: instancePath + "/data", schemaPath: "#/properties/data/type", keyword: "type", params: { type: schema8.properties.data.type }, message: "must be array,null" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.source !== void 0 && func0.call(data, "source")) {
      let data3 = data.source;
      if (typeof data3 !== "string" && data3 !== null) {
        const err6 = { instancePath: instancePath + "/source", schemaPath: "#/properties/source/type", keyword: "type", params: { type: schema8.properties.source.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate5.errors = vErrors;
  return errors === 0;
}
validate5.evaluated = { "props": { "code": true, "description": true, "data": true, "source": true }, "dynamicProps": false, "dynamicItems": false };
var check$headerRetryAfter = validate6;
function validate6(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate6.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number") {
    if (data < 0 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  validate6.errors = vErrors;
  return errors === 0;
}
validate6.evaluated = { "dynamicProps": false, "dynamicItems": false };
var check$ThrottlingFault = validate7;
function validate7(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate7.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.statusCode === void 0 || !func0.call(data, "statusCode")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "statusCode" }, message: "must have required property 'statusCode'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.message === void 0 || !func0.call(data, "message")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.statusCode !== void 0 && func0.call(data, "statusCode")) {
      let data0 = data.statusCode;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)))) {
        const err2 = { instancePath: instancePath + "/statusCode", schemaPath: "#/properties/statusCode/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.message !== void 0 && func0.call(data, "message")) {
      if (typeof data.message !== "string") {
        const err3 = { instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate7.errors = vErrors;
  return errors === 0;
}
validate7.evaluated = { "props": { "statusCode": true, "message": true }, "dynamicProps": false, "dynamicItems": false };
var check$ProductUpgradesStatus = validate9;
var schema12 = { "type": "object", "required": ["id", "status"], "properties": { "id": { "$ref": "/schemas/Guid" }, "productFamily": { "oneOf": [{ "$ref": "/schemas/ProductFamily" }, { "type": "null" }] }, "status": { "$ref": "/schemas/UpgradeStatus" }, "lineItems": { "type": ["array", "null"], "items": { "$ref": "/schemas/UpgradesLineItem" } }, "errorDetails": { "oneOf": [{ "$ref": "/schemas/ErrorDetails" }, { "type": "null" }] }, "attributes": { "oneOf": [{ "$ref": "/schemas/ResourceAttributes" }, { "type": "null" }] } } };
var schema16 = { "type": "object", "properties": { "sourceProduct": { "oneOf": [{ "$ref": "/schemas/UpgradeProduct" }, { "type": "null" }] }, "targetProduct": { "oneOf": [{ "$ref": "/schemas/UpgradeProduct" }, { "type": "null" }] }, "upgradedDate": { "type": ["string", "null"], "format": "date-time" }, "status": { "oneOf": [{ "$ref": "/schemas/UpgradeStatus" }, { "type": "null" }] }, "errorDetails": { "oneOf": [{ "$ref": "/schemas/ErrorDetails" }, { "type": "null" }] }, "attributes": { "oneOf": [{ "$ref": "/schemas/ResourceAttributes" }, { "type": "null" }] } } };
var schema17 = { "type": "object", "properties": { "id": { "oneOf": [{ "$ref": "/schemas/Guid" }, { "type": "null" }] }, "name": { "type": ["string", "null"] }, "attributes": { "oneOf": [{ "$ref": "/schemas/ResourceAttributes" }, { "type": "null" }] } } };
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate11.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id !== void 0 && func0.call(data, "id")) {
      let data0 = data.id;
      const _errs2 = errors;
      let valid1 = false;
      let passing0 = null;
      const _errs3 = errors;
      if (typeof data0 === "string") {
        if (!pattern0.test(data0)) {
          const err0 = { instancePath: instancePath + "/id", schemaPath: "/schemas/Guid/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$" }, message: 'must match pattern "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"' };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
      } else {
        const err1 = { instancePath: instancePath + "/id", schemaPath: "/schemas/Guid/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      var _valid0 = _errs3 === errors;
      if (_valid0) {
        valid1 = true;
        passing0 = 0;
      }
      const _errs6 = errors;
      if (data0 !== null) {
        const err2 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      if (_valid0 && valid1) {
        valid1 = false;
        passing0 = [passing0, 1];
      } else {
        if (_valid0) {
          valid1 = true;
          passing0 = 1;
        }
      }
      if (!valid1) {
        const err3 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      } else {
        errors = _errs2;
        if (vErrors !== null) {
          if (_errs2) {
            vErrors.length = _errs2;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.name !== void 0 && func0.call(data, "name")) {
      let data1 = data.name;
      if (typeof data1 !== "string" && data1 !== null) {
        const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: schema17.properties.name.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.attributes !== void 0 && func0.call(data, "attributes")) {
      let data2 = data.attributes;
      const _errs11 = errors;
      let valid3 = false;
      let passing1 = null;
      const _errs12 = errors;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.etag !== void 0 && func0.call(data2, "etag")) {
          let data3 = data2.etag;
          if (typeof data3 !== "string" && data3 !== null) {
            const err5 = { instancePath: instancePath + "/attributes/etag", schemaPath: "/schemas/ResourceAttributes/properties/etag/type", keyword: "type", params: { type: schema6.properties.etag.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data2.objectType !== void 0 && func0.call(data2, "objectType")) {
          let data4 = data2.objectType;
          if (typeof data4 !== "string" && data4 !== null) {
            const err6 = { instancePath: instancePath + "/attributes/objectType", schemaPath: "/schemas/ResourceAttributes/properties/objectType/type", keyword: "type", params: { type: schema6.properties.objectType.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/attributes", schemaPath: "/schemas/ResourceAttributes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      var _valid1 = _errs12 === errors;
      if (_valid1) {
        valid3 = true;
        passing1 = 0;
        var props0 = {};
        props0.etag = true;
        props0.objectType = true;
      }
      const _errs19 = errors;
      if (data2 !== null) {
        const err8 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      var _valid1 = _errs19 === errors;
      if (_valid1 && valid3) {
        valid3 = false;
        passing1 = [passing1, 1];
      } else {
        if (_valid1) {
          valid3 = true;
          passing1 = 1;
        }
      }
      if (!valid3) {
        const err9 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      } else {
        errors = _errs11;
        if (vErrors !== null) {
          if (_errs11) {
            vErrors.length = _errs11;
          } else {
            vErrors = null;
          }
        }
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate11.errors = vErrors;
  return errors === 0;
}
validate11.evaluated = { "props": { "id": true, "name": true, "attributes": true }, "dynamicProps": false, "dynamicItems": false };
var schema21 = { "type": "object", "properties": { "code": { "type": ["string", "integer", "null"] }, "message": { "type": ["string", "null"] }, "description": { "type": ["string", "null"] }, "attributes": { "oneOf": [{ "$ref": "/schemas/ResourceAttributes" }, { "type": "null" }] } } };
function validate14(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate14.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.code !== void 0 && func0.call(data, "code")) {
      let data0 = data.code;
      if (typeof data0 !== "string" && !(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0))) && data0 !== null) {
        const err0 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/type", keyword: "type", params: { type: schema21.properties.code.type }, message: "must be string,integer,null" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.message !== void 0 && func0.call(data, "message")) {
      let data1 = data.message;
      if (typeof data1 !== "string" && data1 !== null) {
        const err1 = { instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: schema21.properties.message.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.description !== void 0 && func0.call(data, "description")) {
      let data2 = data.description;
      if (typeof data2 !== "string" && data2 !== null) {
        const err2 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: schema21.properties.description.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.attributes !== void 0 && func0.call(data, "attributes")) {
      let data3 = data.attributes;
      const _errs8 = errors;
      let valid1 = false;
      let passing0 = null;
      const _errs9 = errors;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.etag !== void 0 && func0.call(data3, "etag")) {
          let data4 = data3.etag;
          if (typeof data4 !== "string" && data4 !== null) {
            const err3 = { instancePath: instancePath + "/attributes/etag", schemaPath: "/schemas/ResourceAttributes/properties/etag/type", keyword: "type", params: { type: schema6.properties.etag.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        if (data3.objectType !== void 0 && func0.call(data3, "objectType")) {
          let data5 = data3.objectType;
          if (typeof data5 !== "string" && data5 !== null) {
            const err4 = { instancePath: instancePath + "/attributes/objectType", schemaPath: "/schemas/ResourceAttributes/properties/objectType/type", keyword: "type", params: { type: schema6.properties.objectType.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
      } else {
        const err5 = { instancePath: instancePath + "/attributes", schemaPath: "/schemas/ResourceAttributes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      var _valid0 = _errs9 === errors;
      if (_valid0) {
        valid1 = true;
        passing0 = 0;
        var props0 = {};
        props0.etag = true;
        props0.objectType = true;
      }
      const _errs16 = errors;
      if (data3 !== null) {
        const err6 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      var _valid0 = _errs16 === errors;
      if (_valid0 && valid1) {
        valid1 = false;
        passing0 = [passing0, 1];
      } else {
        if (_valid0) {
          valid1 = true;
          passing0 = 1;
        }
      }
      if (!valid1) {
        const err7 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      } else {
        errors = _errs8;
        if (vErrors !== null) {
          if (_errs8) {
            vErrors.length = _errs8;
          } else {
            vErrors = null;
          }
        }
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate14.errors = vErrors;
  return errors === 0;
}
validate14.evaluated = { "props": { "code": true, "message": true, "description": true, "attributes": true }, "dynamicProps": false, "dynamicItems": false };
var formats2 = dateTime;
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate10.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.sourceProduct !== void 0 && func0.call(data, "sourceProduct")) {
      let data0 = data.sourceProduct;
      const _errs2 = errors;
      let valid1 = false;
      let passing0 = null;
      const _errs3 = errors;
      if (!validate11(data0, { instancePath: instancePath + "/sourceProduct", parentData: data, parentDataProperty: "sourceProduct", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
        errors = vErrors.length;
      }
      var _valid0 = _errs3 === errors;
      if (_valid0) {
        valid1 = true;
        passing0 = 0;
        var props0 = {};
        props0.id = true;
        props0.name = true;
        props0.attributes = true;
      }
      const _errs4 = errors;
      if (data0 !== null) {
        const err0 = { instancePath: instancePath + "/sourceProduct", schemaPath: "#/properties/sourceProduct/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
      var _valid0 = _errs4 === errors;
      if (_valid0 && valid1) {
        valid1 = false;
        passing0 = [passing0, 1];
      } else {
        if (_valid0) {
          valid1 = true;
          passing0 = 1;
        }
      }
      if (!valid1) {
        const err1 = { instancePath: instancePath + "/sourceProduct", schemaPath: "#/properties/sourceProduct/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      } else {
        errors = _errs2;
        if (vErrors !== null) {
          if (_errs2) {
            vErrors.length = _errs2;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.targetProduct !== void 0 && func0.call(data, "targetProduct")) {
      let data1 = data.targetProduct;
      const _errs7 = errors;
      let valid2 = false;
      let passing1 = null;
      const _errs8 = errors;
      if (!validate11(data1, { instancePath: instancePath + "/targetProduct", parentData: data, parentDataProperty: "targetProduct", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
        errors = vErrors.length;
      }
      var _valid1 = _errs8 === errors;
      if (_valid1) {
        valid2 = true;
        passing1 = 0;
        var props1 = {};
        props1.id = true;
        props1.name = true;
        props1.attributes = true;
      }
      const _errs9 = errors;
      if (data1 !== null) {
        const err2 = { instancePath: instancePath + "/targetProduct", schemaPath: "#/properties/targetProduct/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      var _valid1 = _errs9 === errors;
      if (_valid1 && valid2) {
        valid2 = false;
        passing1 = [passing1, 1];
      } else {
        if (_valid1) {
          valid2 = true;
          passing1 = 1;
        }
      }
      if (!valid2) {
        const err3 = { instancePath: instancePath + "/targetProduct", schemaPath: "#/properties/targetProduct/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      } else {
        errors = _errs7;
        if (vErrors !== null) {
          if (_errs7) {
            vErrors.length = _errs7;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.upgradedDate !== void 0 && func0.call(data, "upgradedDate")) {
      let data2 = data.upgradedDate;
      if (typeof data2 !== "string" && data2 !== null) {
        const err4 = { instancePath: instancePath + "/upgradedDate", schemaPath: "#/properties/upgradedDate/type", keyword: "type", params: { type: schema16.properties.upgradedDate.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data2 === "string") {
        if (!formats2(data2)) {
          const err5 = { instancePath: instancePath + "/upgradedDate", schemaPath: "#/properties/upgradedDate/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
    if (data.status !== void 0 && func0.call(data, "status")) {
      let data3 = data.status;
      const _errs14 = errors;
      let valid3 = false;
      let passing2 = null;
      const _errs15 = errors;
      if (typeof data3 !== "string") {
        const err6 = { instancePath: instancePath + "/status", schemaPath: "/schemas/UpgradeStatus/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      var _valid2 = _errs15 === errors;
      if (_valid2) {
        valid3 = true;
        passing2 = 0;
      }
      const _errs18 = errors;
      if (data3 !== null) {
        const err7 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      var _valid2 = _errs18 === errors;
      if (_valid2 && valid3) {
        valid3 = false;
        passing2 = [passing2, 1];
      } else {
        if (_valid2) {
          valid3 = true;
          passing2 = 1;
        }
      }
      if (!valid3) {
        const err8 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/oneOf", keyword: "oneOf", params: { passingSchemas: passing2 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      } else {
        errors = _errs14;
        if (vErrors !== null) {
          if (_errs14) {
            vErrors.length = _errs14;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.errorDetails !== void 0 && func0.call(data, "errorDetails")) {
      let data4 = data.errorDetails;
      const _errs21 = errors;
      let valid5 = false;
      let passing3 = null;
      const _errs22 = errors;
      if (!validate14(data4, { instancePath: instancePath + "/errorDetails", parentData: data, parentDataProperty: "errorDetails", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
        errors = vErrors.length;
      }
      var _valid3 = _errs22 === errors;
      if (_valid3) {
        valid5 = true;
        passing3 = 0;
        var props2 = {};
        props2.code = true;
        props2.message = true;
        props2.description = true;
        props2.attributes = true;
      }
      const _errs23 = errors;
      if (data4 !== null) {
        const err9 = { instancePath: instancePath + "/errorDetails", schemaPath: "#/properties/errorDetails/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      var _valid3 = _errs23 === errors;
      if (_valid3 && valid5) {
        valid5 = false;
        passing3 = [passing3, 1];
      } else {
        if (_valid3) {
          valid5 = true;
          passing3 = 1;
        }
      }
      if (!valid5) {
        const err10 = { instancePath: instancePath + "/errorDetails", schemaPath: "#/properties/errorDetails/oneOf", keyword: "oneOf", params: { passingSchemas: passing3 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      } else {
        errors = _errs21;
        if (vErrors !== null) {
          if (_errs21) {
            vErrors.length = _errs21;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.attributes !== void 0 && func0.call(data, "attributes")) {
      let data5 = data.attributes;
      const _errs26 = errors;
      let valid6 = false;
      let passing4 = null;
      const _errs27 = errors;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        if (data5.etag !== void 0 && func0.call(data5, "etag")) {
          let data6 = data5.etag;
          if (typeof data6 !== "string" && data6 !== null) {
            const err11 = { instancePath: instancePath + "/attributes/etag", schemaPath: "/schemas/ResourceAttributes/properties/etag/type", keyword: "type", params: { type: schema6.properties.etag.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data5.objectType !== void 0 && func0.call(data5, "objectType")) {
          let data7 = data5.objectType;
          if (typeof data7 !== "string" && data7 !== null) {
            const err12 = { instancePath: instancePath + "/attributes/objectType", schemaPath: "/schemas/ResourceAttributes/properties/objectType/type", keyword: "type", params: { type: schema6.properties.objectType.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/attributes", schemaPath: "/schemas/ResourceAttributes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      var _valid4 = _errs27 === errors;
      if (_valid4) {
        valid6 = true;
        passing4 = 0;
        var props3 = {};
        props3.etag = true;
        props3.objectType = true;
      }
      const _errs34 = errors;
      if (data5 !== null) {
        const err14 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
      var _valid4 = _errs34 === errors;
      if (_valid4 && valid6) {
        valid6 = false;
        passing4 = [passing4, 1];
      } else {
        if (_valid4) {
          valid6 = true;
          passing4 = 1;
        }
      }
      if (!valid6) {
        const err15 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf", keyword: "oneOf", params: { passingSchemas: passing4 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      } else {
        errors = _errs26;
        if (vErrors !== null) {
          if (_errs26) {
            vErrors.length = _errs26;
          } else {
            vErrors = null;
          }
        }
      }
    }
  } else {
    const err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err16];
    } else {
      vErrors.push(err16);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
validate10.evaluated = { "props": { "sourceProduct": true, "targetProduct": true, "upgradedDate": true, "status": true, "errorDetails": true, "attributes": true }, "dynamicProps": false, "dynamicItems": false };
function validate9(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate9.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0 || !func0.call(data, "id")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.status === void 0 || !func0.call(data, "status")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" }, message: "must have required property 'status'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.id !== void 0 && func0.call(data, "id")) {
      let data0 = data.id;
      if (typeof data0 === "string") {
        if (!pattern0.test(data0)) {
          const err2 = { instancePath: instancePath + "/id", schemaPath: "/schemas/Guid/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$" }, message: 'must match pattern "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"' };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/id", schemaPath: "/schemas/Guid/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.productFamily !== void 0 && func0.call(data, "productFamily")) {
      let data1 = data.productFamily;
      const _errs5 = errors;
      let valid2 = false;
      let passing0 = null;
      const _errs6 = errors;
      if (typeof data1 === "string") {
        if (func4(data1) < 1) {
          const err4 = { instancePath: instancePath + "/productFamily", schemaPath: "/schemas/ProductFamily/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/productFamily", schemaPath: "/schemas/ProductFamily/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      if (_valid0) {
        valid2 = true;
        passing0 = 0;
      }
      const _errs9 = errors;
      if (data1 !== null) {
        const err6 = { instancePath: instancePath + "/productFamily", schemaPath: "#/properties/productFamily/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      var _valid0 = _errs9 === errors;
      if (_valid0 && valid2) {
        valid2 = false;
        passing0 = [passing0, 1];
      } else {
        if (_valid0) {
          valid2 = true;
          passing0 = 1;
        }
      }
      if (!valid2) {
        const err7 = { instancePath: instancePath + "/productFamily", schemaPath: "#/properties/productFamily/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      } else {
        errors = _errs5;
        if (vErrors !== null) {
          if (_errs5) {
            vErrors.length = _errs5;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.status !== void 0 && func0.call(data, "status")) {
      if (typeof data.status !== "string") {
        const err8 = { instancePath: instancePath + "/status", schemaPath: "/schemas/UpgradeStatus/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.lineItems !== void 0 && func0.call(data, "lineItems")) {
      let data3 = data.lineItems;
      if (!Array.isArray(data3) && data3 !== null) {
        const err9 = { instancePath: instancePath + "/lineItems", schemaPath: "#/properties/lineItems/type", keyword: "type", params: { type: schema12.properties.lineItems.type }, message: "must be array,null" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (Array.isArray(data3)) {
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate10(data3[i0], { instancePath: instancePath + "/lineItems/" + i0, parentData: data3, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate10.errors : vErrors.concat(validate10.errors);
            errors = vErrors.length;
          }
        }
      }
    }
    if (data.errorDetails !== void 0 && func0.call(data, "errorDetails")) {
      let data5 = data.errorDetails;
      const _errs18 = errors;
      let valid7 = false;
      let passing1 = null;
      const _errs19 = errors;
      if (!validate14(data5, { instancePath: instancePath + "/errorDetails", parentData: data, parentDataProperty: "errorDetails", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
        errors = vErrors.length;
      }
      var _valid1 = _errs19 === errors;
      if (_valid1) {
        valid7 = true;
        passing1 = 0;
        var props0 = {};
        props0.code = true;
        props0.message = true;
        props0.description = true;
        props0.attributes = true;
      }
      const _errs20 = errors;
      if (data5 !== null) {
        const err10 = { instancePath: instancePath + "/errorDetails", schemaPath: "#/properties/errorDetails/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      var _valid1 = _errs20 === errors;
      if (_valid1 && valid7) {
        valid7 = false;
        passing1 = [passing1, 1];
      } else {
        if (_valid1) {
          valid7 = true;
          passing1 = 1;
        }
      }
      if (!valid7) {
        const err11 = { instancePath: instancePath + "/errorDetails", schemaPath: "#/properties/errorDetails/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      } else {
        errors = _errs18;
        if (vErrors !== null) {
          if (_errs18) {
            vErrors.length = _errs18;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.attributes !== void 0 && func0.call(data, "attributes")) {
      let data6 = data.attributes;
      const _errs23 = errors;
      let valid8 = false;
      let passing2 = null;
      const _errs24 = errors;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        if (data6.etag !== void 0 && func0.call(data6, "etag")) {
          let data7 = data6.etag;
          if (typeof data7 !== "string" && data7 !== null) {
            const err12 = { instancePath: instancePath + "/attributes/etag", schemaPath: "/schemas/ResourceAttributes/properties/etag/type", keyword: "type", params: { type: schema6.properties.etag.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data6.objectType !== void 0 && func0.call(data6, "objectType")) {
          let data8 = data6.objectType;
          if (typeof data8 !== "string" && data8 !== null) {
            const err13 = { instancePath: instancePath + "/attributes/objectType", schemaPath: "/schemas/ResourceAttributes/properties/objectType/type", keyword: "type", params: { type: schema6.properties.objectType.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/attributes", schemaPath: "/schemas/ResourceAttributes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
      var _valid2 = _errs24 === errors;
      if (_valid2) {
        valid8 = true;
        passing2 = 0;
        var props1 = {};
        props1.etag = true;
        props1.objectType = true;
      }
      const _errs31 = errors;
      if (data6 !== null) {
        const err15 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
      var _valid2 = _errs31 === errors;
      if (_valid2 && valid8) {
        valid8 = false;
        passing2 = [passing2, 1];
      } else {
        if (_valid2) {
          valid8 = true;
          passing2 = 1;
        }
      }
      if (!valid8) {
        const err16 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf", keyword: "oneOf", params: { passingSchemas: passing2 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      } else {
        errors = _errs23;
        if (vErrors !== null) {
          if (_errs23) {
            vErrors.length = _errs23;
          } else {
            vErrors = null;
          }
        }
      }
    }
  } else {
    const err17 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err17];
    } else {
      vErrors.push(err17);
    }
    errors++;
  }
  validate9.errors = vErrors;
  return errors === 0;
}
validate9.evaluated = { "props": { "id": true, "productFamily": true, "status": true, "lineItems": true, "errorDetails": true, "attributes": true }, "dynamicProps": false, "dynamicItems": false };
var check$ProductUpgradesEligibility = validate18;
var schema25 = { "type": "object", "required": ["customerId", "productFamily", "isEligible"], "properties": { "customerId": { "$ref": "/schemas/Guid" }, "productFamily": { "$ref": "/schemas/ProductFamily" }, "isEligible": { "type": "boolean" }, "upgradeId": { "oneOf": [{ "$ref": "/schemas/Guid" }, { "type": "null" }] }, "reason": { "type": ["string", "null"] }, "attributes": { "oneOf": [{ "$ref": "/schemas/ResourceAttributes" }, { "type": "null" }] } } };
function validate18(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate18.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.customerId === void 0 || !func0.call(data, "customerId")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "customerId" }, message: "must have required property 'customerId'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.productFamily === void 0 || !func0.call(data, "productFamily")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "productFamily" }, message: "must have required property 'productFamily'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.isEligible === void 0 || !func0.call(data, "isEligible")) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "isEligible" }, message: "must have required property 'isEligible'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.customerId !== void 0 && func0.call(data, "customerId")) {
      let data0 = data.customerId;
      if (typeof data0 === "string") {
        if (!pattern0.test(data0)) {
          const err3 = { instancePath: instancePath + "/customerId", schemaPath: "/schemas/Guid/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$" }, message: 'must match pattern "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"' };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/customerId", schemaPath: "/schemas/Guid/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.productFamily !== void 0 && func0.call(data, "productFamily")) {
      let data1 = data.productFamily;
      if (typeof data1 === "string") {
        if (func4(data1) < 1) {
          const err5 = { instancePath: instancePath + "/productFamily", schemaPath: "/schemas/ProductFamily/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/productFamily", schemaPath: "/schemas/ProductFamily/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.isEligible !== void 0 && func0.call(data, "isEligible")) {
      if (typeof data.isEligible !== "boolean") {
        const err7 = { instancePath: instancePath + "/isEligible", schemaPath: "#/properties/isEligible/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.upgradeId !== void 0 && func0.call(data, "upgradeId")) {
      let data3 = data.upgradeId;
      const _errs10 = errors;
      let valid3 = false;
      let passing0 = null;
      const _errs11 = errors;
      if (typeof data3 === "string") {
        if (!pattern0.test(data3)) {
          const err8 = { instancePath: instancePath + "/upgradeId", schemaPath: "/schemas/Guid/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$" }, message: 'must match pattern "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"' };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/upgradeId", schemaPath: "/schemas/Guid/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      var _valid0 = _errs11 === errors;
      if (_valid0) {
        valid3 = true;
        passing0 = 0;
      }
      const _errs14 = errors;
      if (data3 !== null) {
        const err10 = { instancePath: instancePath + "/upgradeId", schemaPath: "#/properties/upgradeId/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      var _valid0 = _errs14 === errors;
      if (_valid0 && valid3) {
        valid3 = false;
        passing0 = [passing0, 1];
      } else {
        if (_valid0) {
          valid3 = true;
          passing0 = 1;
        }
      }
      if (!valid3) {
        const err11 = { instancePath: instancePath + "/upgradeId", schemaPath: "#/properties/upgradeId/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      } else {
        errors = _errs10;
        if (vErrors !== null) {
          if (_errs10) {
            vErrors.length = _errs10;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.reason !== void 0 && func0.call(data, "reason")) {
      let data4 = data.reason;
      if (typeof data4 !== "string" && data4 !== null) {
        const err12 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: schema25.properties.reason.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.attributes !== void 0 && func0.call(data, "attributes")) {
      let data5 = data.attributes;
      const _errs19 = errors;
      let valid5 = false;
      let passing1 = null;
      const _errs20 = errors;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        if (data5.etag !== void 0 && func0.call(data5, "etag")) {
          let data6 = data5.etag;
          if (typeof data6 !== "string" && data6 !== null) {
            const err13 = { instancePath: instancePath + "/attributes/etag", schemaPath: "/schemas/ResourceAttributes/properties/etag/type", keyword: "type", params: { type: schema6.properties.etag.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data5.objectType !== void 0 && func0.call(data5, "objectType")) {
          let data7 = data5.objectType;
          if (typeof data7 !== "string" && data7 !== null) {
            const err14 = { instancePath: instancePath + "/attributes/objectType", schemaPath: "/schemas/ResourceAttributes/properties/objectType/type", keyword: "type", params: { type: schema6.properties.objectType.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
      } else {
        const err15 = { instancePath: instancePath + "/attributes", schemaPath: "/schemas/ResourceAttributes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
      var _valid1 = _errs20 === errors;
      if (_valid1) {
        valid5 = true;
        passing1 = 0;
        var props0 = {};
        props0.etag = true;
        props0.objectType = true;
      }
      const _errs27 = errors;
      if (data5 !== null) {
        const err16 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      var _valid1 = _errs27 === errors;
      if (_valid1 && valid5) {
        valid5 = false;
        passing1 = [passing1, 1];
      } else {
        if (_valid1) {
          valid5 = true;
          passing1 = 1;
        }
      }
      if (!valid5) {
        const err17 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      } else {
        errors = _errs19;
        if (vErrors !== null) {
          if (_errs19) {
            vErrors.length = _errs19;
          } else {
            vErrors = null;
          }
        }
      }
    }
  } else {
    const err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err18];
    } else {
      vErrors.push(err18);
    }
    errors++;
  }
  validate18.errors = vErrors;
  return errors === 0;
}
validate18.evaluated = { "props": { "customerId": true, "productFamily": true, "isEligible": true, "upgradeId": true, "reason": true, "attributes": true }, "dynamicProps": false, "dynamicItems": false };
var check$CustomerCollection = validate19;
var schema30 = { "type": "object", "required": ["items"], "properties": { "totalCount": { "type": ["integer", "null"] }, "items": { "type": "array", "items": { "$ref": "/schemas/Customer" } }, "links": { "oneOf": [{ "$ref": "/schemas/ResourceLinks" }, { "type": "null" }] }, "attributes": { "oneOf": [{ "$ref": "/schemas/ResourceAttributes" }, { "type": "null" }] } } };
var schema33 = { "type": "object", "properties": { "tenantId": { "oneOf": [{ "$ref": "/schemas/Guid" }, { "type": "null" }] }, "domain": { "type": ["string", "null"] }, "companyName": { "type": ["string", "null"] }, "attributes": { "oneOf": [{ "$ref": "/schemas/ResourceAttributes" }, { "type": "null" }] } } };
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.tenantId !== void 0 && func0.call(data, "tenantId")) {
      let data0 = data.tenantId;
      const _errs2 = errors;
      let valid1 = false;
      let passing0 = null;
      const _errs3 = errors;
      if (typeof data0 === "string") {
        if (!pattern0.test(data0)) {
          const err0 = { instancePath: instancePath + "/tenantId", schemaPath: "/schemas/Guid/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$" }, message: 'must match pattern "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"' };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
      } else {
        const err1 = { instancePath: instancePath + "/tenantId", schemaPath: "/schemas/Guid/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      var _valid0 = _errs3 === errors;
      if (_valid0) {
        valid1 = true;
        passing0 = 0;
      }
      const _errs6 = errors;
      if (data0 !== null) {
        const err2 = { instancePath: instancePath + "/tenantId", schemaPath: "#/properties/tenantId/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      if (_valid0 && valid1) {
        valid1 = false;
        passing0 = [passing0, 1];
      } else {
        if (_valid0) {
          valid1 = true;
          passing0 = 1;
        }
      }
      if (!valid1) {
        const err3 = { instancePath: instancePath + "/tenantId", schemaPath: "#/properties/tenantId/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      } else {
        errors = _errs2;
        if (vErrors !== null) {
          if (_errs2) {
            vErrors.length = _errs2;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.domain !== void 0 && func0.call(data, "domain")) {
      let data1 = data.domain;
      if (typeof data1 !== "string" && data1 !== null) {
        const err4 = { instancePath: instancePath + "/domain", schemaPath: "#/properties/domain/type", keyword: "type", params: { type: schema33.properties.domain.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.companyName !== void 0 && func0.call(data, "companyName")) {
      let data2 = data.companyName;
      if (typeof data2 !== "string" && data2 !== null) {
        const err5 = { instancePath: instancePath + "/companyName", schemaPath: "#/properties/companyName/type", keyword: "type", params: { type: schema33.properties.companyName.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.attributes !== void 0 && func0.call(data, "attributes")) {
      let data3 = data.attributes;
      const _errs13 = errors;
      let valid3 = false;
      let passing1 = null;
      const _errs14 = errors;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.etag !== void 0 && func0.call(data3, "etag")) {
          let data4 = data3.etag;
          if (typeof data4 !== "string" && data4 !== null) {
            const err6 = { instancePath: instancePath + "/attributes/etag", schemaPath: "/schemas/ResourceAttributes/properties/etag/type", keyword: "type", params: { type: schema6.properties.etag.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        if (data3.objectType !== void 0 && func0.call(data3, "objectType")) {
          let data5 = data3.objectType;
          if (typeof data5 !== "string" && data5 !== null) {
            const err7 = { instancePath: instancePath + "/attributes/objectType", schemaPath: "/schemas/ResourceAttributes/properties/objectType/type", keyword: "type", params: { type: schema6.properties.objectType.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/attributes", schemaPath: "/schemas/ResourceAttributes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      var _valid1 = _errs14 === errors;
      if (_valid1) {
        valid3 = true;
        passing1 = 0;
        var props0 = {};
        props0.etag = true;
        props0.objectType = true;
      }
      const _errs21 = errors;
      if (data3 !== null) {
        const err9 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      var _valid1 = _errs21 === errors;
      if (_valid1 && valid3) {
        valid3 = false;
        passing1 = [passing1, 1];
      } else {
        if (_valid1) {
          valid3 = true;
          passing1 = 1;
        }
      }
      if (!valid3) {
        const err10 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      } else {
        errors = _errs13;
        if (vErrors !== null) {
          if (_errs13) {
            vErrors.length = _errs13;
          } else {
            vErrors = null;
          }
        }
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { "props": { "tenantId": true, "domain": true, "companyName": true, "attributes": true }, "dynamicProps": false, "dynamicItems": false };
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0 || !func0.call(data, "id")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.id !== void 0 && func0.call(data, "id")) {
      let data0 = data.id;
      if (typeof data0 === "string") {
        if (!pattern0.test(data0)) {
          const err1 = { instancePath: instancePath + "/id", schemaPath: "/schemas/Guid/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$" }, message: 'must match pattern "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"' };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/id", schemaPath: "/schemas/Guid/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.companyProfile !== void 0 && func0.call(data, "companyProfile")) {
      let data1 = data.companyProfile;
      const _errs5 = errors;
      let valid2 = false;
      let passing0 = null;
      const _errs6 = errors;
      if (!validate21(data1, { instancePath: instancePath + "/companyProfile", parentData: data, parentDataProperty: "companyProfile", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
      var _valid0 = _errs6 === errors;
      if (_valid0) {
        valid2 = true;
        passing0 = 0;
        var props0 = {};
        props0.tenantId = true;
        props0.domain = true;
        props0.companyName = true;
        props0.attributes = true;
      }
      const _errs7 = errors;
      if (data1 !== null) {
        const err3 = { instancePath: instancePath + "/companyProfile", schemaPath: "#/properties/companyProfile/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      var _valid0 = _errs7 === errors;
      if (_valid0 && valid2) {
        valid2 = false;
        passing0 = [passing0, 1];
      } else {
        if (_valid0) {
          valid2 = true;
          passing0 = 1;
        }
      }
      if (!valid2) {
        const err4 = { instancePath: instancePath + "/companyProfile", schemaPath: "#/properties/companyProfile/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      } else {
        errors = _errs5;
        if (vErrors !== null) {
          if (_errs5) {
            vErrors.length = _errs5;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.relationshipToPartner !== void 0 && func0.call(data, "relationshipToPartner")) {
      let data2 = data.relationshipToPartner;
      const _errs10 = errors;
      let valid3 = false;
      let passing1 = null;
      const _errs11 = errors;
      if (typeof data2 !== "string") {
        const err5 = { instancePath: instancePath + "/relationshipToPartner", schemaPath: "/schemas/PartnerRelationship/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      var _valid1 = _errs11 === errors;
      if (_valid1) {
        valid3 = true;
        passing1 = 0;
      }
      const _errs14 = errors;
      if (data2 !== null) {
        const err6 = { instancePath: instancePath + "/relationshipToPartner", schemaPath: "#/properties/relationshipToPartner/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      var _valid1 = _errs14 === errors;
      if (_valid1 && valid3) {
        valid3 = false;
        passing1 = [passing1, 1];
      } else {
        if (_valid1) {
          valid3 = true;
          passing1 = 1;
        }
      }
      if (!valid3) {
        const err7 = { instancePath: instancePath + "/relationshipToPartner", schemaPath: "#/properties/relationshipToPartner/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      } else {
        errors = _errs10;
        if (vErrors !== null) {
          if (_errs10) {
            vErrors.length = _errs10;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.attributes !== void 0 && func0.call(data, "attributes")) {
      let data3 = data.attributes;
      const _errs17 = errors;
      let valid5 = false;
      let passing2 = null;
      const _errs18 = errors;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.etag !== void 0 && func0.call(data3, "etag")) {
          let data4 = data3.etag;
          if (typeof data4 !== "string" && data4 !== null) {
            const err8 = { instancePath: instancePath + "/attributes/etag", schemaPath: "/schemas/ResourceAttributes/properties/etag/type", keyword: "type", params: { type: schema6.properties.etag.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data3.objectType !== void 0 && func0.call(data3, "objectType")) {
          let data5 = data3.objectType;
          if (typeof data5 !== "string" && data5 !== null) {
            const err9 = { instancePath: instancePath + "/attributes/objectType", schemaPath: "/schemas/ResourceAttributes/properties/objectType/type", keyword: "type", params: { type: schema6.properties.objectType.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
      } else {
        const err10 = { instancePath: instancePath + "/attributes", schemaPath: "/schemas/ResourceAttributes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      var _valid2 = _errs18 === errors;
      if (_valid2) {
        valid5 = true;
        passing2 = 0;
        var props1 = {};
        props1.etag = true;
        props1.objectType = true;
      }
      const _errs25 = errors;
      if (data3 !== null) {
        const err11 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      var _valid2 = _errs25 === errors;
      if (_valid2 && valid5) {
        valid5 = false;
        passing2 = [passing2, 1];
      } else {
        if (_valid2) {
          valid5 = true;
          passing2 = 1;
        }
      }
      if (!valid5) {
        const err12 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf", keyword: "oneOf", params: { passingSchemas: passing2 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      } else {
        errors = _errs17;
        if (vErrors !== null) {
          if (_errs17) {
            vErrors.length = _errs17;
          } else {
            vErrors = null;
          }
        }
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": { "id": true, "companyProfile": true, "relationshipToPartner": true, "attributes": true }, "dynamicProps": false, "dynamicItems": false };
var schema39 = { "type": "object", "required": ["uri"], "properties": { "uri": { "type": "string" }, "method": { "type": ["string", "null"] }, "headers": { "type": ["array", "null"], "items": { "$ref": "/schemas/LinkHeader" } } } };
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate25.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.uri === void 0 || !func0.call(data, "uri")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "uri" }, message: "must have required property 'uri'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.uri !== void 0 && func0.call(data, "uri")) {
      if (typeof data.uri !== "string") {
        const err1 = { instancePath: instancePath + "/uri", schemaPath: "#/properties/uri/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.method !== void 0 && func0.call(data, "method")) {
      let data1 = data.method;
      if (typeof data1 !== "string" && data1 !== null) {
        const err2 = { instancePath: instancePath + "/method", schemaPath: "#/properties/method/type", keyword: "type", params: { type: schema39.properties.method.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.headers !== void 0 && func0.call(data, "headers")) {
      let data2 = data.headers;
      if (!Array.isArray(data2) && data2 !== null) {
        const err3 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: schema39.properties.headers.type }, message: "must be array,null" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
            if (data3.key === void 0 || !func0.call(data3, "key")) {
              const err4 = { instancePath: instancePath + "/headers/" + i0, schemaPath: "/schemas/LinkHeader/required", keyword: "required", params: { missingProperty: "key" }, message: "must have required property 'key'" };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
            if (data3.value === void 0 || !func0.call(data3, "value")) {
              const err5 = { instancePath: instancePath + "/headers/" + i0, schemaPath: "/schemas/LinkHeader/required", keyword: "required", params: { missingProperty: "value" }, message: "must have required property 'value'" };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
            if (data3.key !== void 0 && func0.call(data3, "key")) {
              if (typeof data3.key !== "string") {
                const err6 = { instancePath: instancePath + "/headers/" + i0 + "/key", schemaPath: "/schemas/LinkHeader/properties/key/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
            }
            if (data3.value !== void 0 && func0.call(data3, "value")) {
              if (typeof data3.value !== "string") {
                const err7 = { instancePath: instancePath + "/headers/" + i0 + "/value", schemaPath: "/schemas/LinkHeader/properties/value/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err7];
                } else {
                  vErrors.push(err7);
                }
                errors++;
              }
            }
          } else {
            const err8 = { instancePath: instancePath + "/headers/" + i0, schemaPath: "/schemas/LinkHeader/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate25.errors = vErrors;
  return errors === 0;
}
validate25.evaluated = { "props": { "uri": true, "method": true, "headers": true }, "dynamicProps": false, "dynamicItems": false };
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate24.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.self !== void 0 && func0.call(data, "self")) {
      let data0 = data.self;
      const _errs2 = errors;
      let valid1 = false;
      let passing0 = null;
      const _errs3 = errors;
      if (!validate25(data0, { instancePath: instancePath + "/self", parentData: data, parentDataProperty: "self", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
        errors = vErrors.length;
      }
      var _valid0 = _errs3 === errors;
      if (_valid0) {
        valid1 = true;
        passing0 = 0;
        var props0 = {};
        props0.uri = true;
        props0.method = true;
        props0.headers = true;
      }
      const _errs4 = errors;
      if (data0 !== null) {
        const err0 = { instancePath: instancePath + "/self", schemaPath: "#/properties/self/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
      var _valid0 = _errs4 === errors;
      if (_valid0 && valid1) {
        valid1 = false;
        passing0 = [passing0, 1];
      } else {
        if (_valid0) {
          valid1 = true;
          passing0 = 1;
        }
      }
      if (!valid1) {
        const err1 = { instancePath: instancePath + "/self", schemaPath: "#/properties/self/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      } else {
        errors = _errs2;
        if (vErrors !== null) {
          if (_errs2) {
            vErrors.length = _errs2;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.next !== void 0 && func0.call(data, "next")) {
      let data1 = data.next;
      const _errs7 = errors;
      let valid2 = false;
      let passing1 = null;
      const _errs8 = errors;
      if (!validate25(data1, { instancePath: instancePath + "/next", parentData: data, parentDataProperty: "next", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
        errors = vErrors.length;
      }
      var _valid1 = _errs8 === errors;
      if (_valid1) {
        valid2 = true;
        passing1 = 0;
        var props1 = {};
        props1.uri = true;
        props1.method = true;
        props1.headers = true;
      }
      const _errs9 = errors;
      if (data1 !== null) {
        const err2 = { instancePath: instancePath + "/next", schemaPath: "#/properties/next/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      var _valid1 = _errs9 === errors;
      if (_valid1 && valid2) {
        valid2 = false;
        passing1 = [passing1, 1];
      } else {
        if (_valid1) {
          valid2 = true;
          passing1 = 1;
        }
      }
      if (!valid2) {
        const err3 = { instancePath: instancePath + "/next", schemaPath: "#/properties/next/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      } else {
        errors = _errs7;
        if (vErrors !== null) {
          if (_errs7) {
            vErrors.length = _errs7;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.previous !== void 0 && func0.call(data, "previous")) {
      let data2 = data.previous;
      const _errs12 = errors;
      let valid3 = false;
      let passing2 = null;
      const _errs13 = errors;
      if (!validate25(data2, { instancePath: instancePath + "/previous", parentData: data, parentDataProperty: "previous", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
        errors = vErrors.length;
      }
      var _valid2 = _errs13 === errors;
      if (_valid2) {
        valid3 = true;
        passing2 = 0;
        var props2 = {};
        props2.uri = true;
        props2.method = true;
        props2.headers = true;
      }
      const _errs14 = errors;
      if (data2 !== null) {
        const err4 = { instancePath: instancePath + "/previous", schemaPath: "#/properties/previous/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      var _valid2 = _errs14 === errors;
      if (_valid2 && valid3) {
        valid3 = false;
        passing2 = [passing2, 1];
      } else {
        if (_valid2) {
          valid3 = true;
          passing2 = 1;
        }
      }
      if (!valid3) {
        const err5 = { instancePath: instancePath + "/previous", schemaPath: "#/properties/previous/oneOf", keyword: "oneOf", params: { passingSchemas: passing2 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      } else {
        errors = _errs12;
        if (vErrors !== null) {
          if (_errs12) {
            vErrors.length = _errs12;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.offer !== void 0 && func0.call(data, "offer")) {
      let data3 = data.offer;
      const _errs17 = errors;
      let valid4 = false;
      let passing3 = null;
      const _errs18 = errors;
      if (!validate25(data3, { instancePath: instancePath + "/offer", parentData: data, parentDataProperty: "offer", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
        errors = vErrors.length;
      }
      var _valid3 = _errs18 === errors;
      if (_valid3) {
        valid4 = true;
        passing3 = 0;
        var props3 = {};
        props3.uri = true;
        props3.method = true;
        props3.headers = true;
      }
      const _errs19 = errors;
      if (data3 !== null) {
        const err6 = { instancePath: instancePath + "/offer", schemaPath: "#/properties/offer/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      var _valid3 = _errs19 === errors;
      if (_valid3 && valid4) {
        valid4 = false;
        passing3 = [passing3, 1];
      } else {
        if (_valid3) {
          valid4 = true;
          passing3 = 1;
        }
      }
      if (!valid4) {
        const err7 = { instancePath: instancePath + "/offer", schemaPath: "#/properties/offer/oneOf", keyword: "oneOf", params: { passingSchemas: passing3 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      } else {
        errors = _errs17;
        if (vErrors !== null) {
          if (_errs17) {
            vErrors.length = _errs17;
          } else {
            vErrors = null;
          }
        }
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate24.errors = vErrors;
  return errors === 0;
}
validate24.evaluated = { "props": { "self": true, "next": true, "previous": true, "offer": true }, "dynamicProps": false, "dynamicItems": false };
function validate19(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate19.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.items === void 0 || !func0.call(data, "items")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "items" }, message: "must have required property 'items'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.totalCount !== void 0 && func0.call(data, "totalCount")) {
      let data0 = data.totalCount;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0))) && data0 !== null) {
        const err1 = { instancePath: instancePath + "/totalCount", schemaPath: "#/properties/totalCount/type", keyword: "type", params: { type: schema30.properties.totalCount.type }, message: "must be integer,null" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.items !== void 0 && func0.call(data, "items")) {
      let data1 = data.items;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate20(data1[i0], { instancePath: instancePath + "/items/" + i0, parentData: data1, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err2 = { instancePath: instancePath + "/items", schemaPath: "#/properties/items/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.links !== void 0 && func0.call(data, "links")) {
      let data3 = data.links;
      const _errs7 = errors;
      let valid3 = false;
      let passing0 = null;
      const _errs8 = errors;
      if (!validate24(data3, { instancePath: instancePath + "/links", parentData: data, parentDataProperty: "links", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
        errors = vErrors.length;
      }
      var _valid0 = _errs8 === errors;
      if (_valid0) {
        valid3 = true;
        passing0 = 0;
        var props0 = {};
        props0.self = true;
        props0.next = true;
        props0.previous = true;
        props0.offer = true;
      }
      const _errs9 = errors;
      if (data3 !== null) {
        const err3 = { instancePath: instancePath + "/links", schemaPath: "#/properties/links/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      var _valid0 = _errs9 === errors;
      if (_valid0 && valid3) {
        valid3 = false;
        passing0 = [passing0, 1];
      } else {
        if (_valid0) {
          valid3 = true;
          passing0 = 1;
        }
      }
      if (!valid3) {
        const err4 = { instancePath: instancePath + "/links", schemaPath: "#/properties/links/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      } else {
        errors = _errs7;
        if (vErrors !== null) {
          if (_errs7) {
            vErrors.length = _errs7;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.attributes !== void 0 && func0.call(data, "attributes")) {
      let data4 = data.attributes;
      const _errs12 = errors;
      let valid4 = false;
      let passing1 = null;
      const _errs13 = errors;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        if (data4.etag !== void 0 && func0.call(data4, "etag")) {
          let data5 = data4.etag;
          if (typeof data5 !== "string" && data5 !== null) {
            const err5 = { instancePath: instancePath + "/attributes/etag", schemaPath: "/schemas/ResourceAttributes/properties/etag/type", keyword: "type", params: { type: schema6.properties.etag.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data4.objectType !== void 0 && func0.call(data4, "objectType")) {
          let data6 = data4.objectType;
          if (typeof data6 !== "string" && data6 !== null) {
            const err6 = { instancePath: instancePath + "/attributes/objectType", schemaPath: "/schemas/ResourceAttributes/properties/objectType/type", keyword: "type", params: { type: schema6.properties.objectType.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/attributes", schemaPath: "/schemas/ResourceAttributes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      var _valid1 = _errs13 === errors;
      if (_valid1) {
        valid4 = true;
        passing1 = 0;
        var props1 = {};
        props1.etag = true;
        props1.objectType = true;
      }
      const _errs20 = errors;
      if (data4 !== null) {
        const err8 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      var _valid1 = _errs20 === errors;
      if (_valid1 && valid4) {
        valid4 = false;
        passing1 = [passing1, 1];
      } else {
        if (_valid1) {
          valid4 = true;
          passing1 = 1;
        }
      }
      if (!valid4) {
        const err9 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      } else {
        errors = _errs12;
        if (vErrors !== null) {
          if (_errs12) {
            vErrors.length = _errs12;
          } else {
            vErrors = null;
          }
        }
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate19.errors = vErrors;
  return errors === 0;
}
validate19.evaluated = { "props": { "totalCount": true, "items": true, "links": true, "attributes": true }, "dynamicProps": false, "dynamicItems": false };
var check$SubscriptionCollection = validate31;
var schema42 = { "type": "object", "required": ["items"], "properties": { "totalCount": { "type": ["integer", "null"] }, "items": { "type": "array", "items": { "$ref": "/schemas/Subscription" } }, "links": { "oneOf": [{ "$ref": "/schemas/ResourceLinks" }, { "type": "null" }] }, "attributes": { "oneOf": [{ "$ref": "/schemas/ResourceAttributes" }, { "type": "null" }] } } };
var schema43 = { "type": "object", "required": ["id"], "properties": { "id": { "$ref": "/schemas/Guid" }, "offerId": { "type": ["string", "null"] }, "entitlementId": { "oneOf": [{ "$ref": "/schemas/Guid" }, { "type": "null" }] }, "offerName": { "type": ["string", "null"] }, "friendlyName": { "type": ["string", "null"] }, "quantity": { "type": ["integer", "null"] }, "unitType": { "type": ["string", "null"] }, "parentSubscriptionId": { "oneOf": [{ "$ref": "/schemas/Guid" }, { "type": "null" }] }, "creationDate": { "type": ["string", "null"] }, "effectiveStartDate": { "type": ["string", "null"] }, "commitmentEndDate": { "type": ["string", "null"] }, "status": { "oneOf": [{ "$ref": "/schemas/SubscriptionStatus" }, { "type": "null" }] }, "autoRenewEnabled": { "type": ["boolean", "null"] }, "billingType": { "oneOf": [{ "$ref": "/schemas/BillingType" }, { "type": "null" }] }, "billingCycle": { "type": ["string", "null"] }, "suspensionReasons": { "type": ["array", "null"], "items": { "type": "string" } }, "contractType": { "type": ["string", "null"] }, "partnerId": { "type": ["string", "null"] }, "orderId": { "type": ["string", "null"] }, "productType": { "oneOf": [{ "$ref": "/schemas/ProductType" }, { "type": "null" }] }, "links": { "oneOf": [{ "$ref": "/schemas/ResourceLinks" }, { "type": "null" }] }, "attributes": { "oneOf": [{ "$ref": "/schemas/ResourceAttributes" }, { "type": "null" }] } } };
var schema49 = { "type": "object", "properties": { "id": { "type": ["string", "null"] }, "displayName": { "type": ["string", "null"] } } };
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate32.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0 || !func0.call(data, "id")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.id !== void 0 && func0.call(data, "id")) {
      let data0 = data.id;
      if (typeof data0 === "string") {
        if (!pattern0.test(data0)) {
          const err1 = { instancePath: instancePath + "/id", schemaPath: "/schemas/Guid/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$" }, message: 'must match pattern "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"' };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/id", schemaPath: "/schemas/Guid/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.offerId !== void 0 && func0.call(data, "offerId")) {
      let data1 = data.offerId;
      if (typeof data1 !== "string" && data1 !== null) {
        const err3 = { instancePath: instancePath + "/offerId", schemaPath: "#/properties/offerId/type", keyword: "type", params: { type: schema43.properties.offerId.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.entitlementId !== void 0 && func0.call(data, "entitlementId")) {
      let data2 = data.entitlementId;
      const _errs7 = errors;
      let valid2 = false;
      let passing0 = null;
      const _errs8 = errors;
      if (typeof data2 === "string") {
        if (!pattern0.test(data2)) {
          const err4 = { instancePath: instancePath + "/entitlementId", schemaPath: "/schemas/Guid/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$" }, message: 'must match pattern "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/entitlementId", schemaPath: "/schemas/Guid/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      var _valid0 = _errs8 === errors;
      if (_valid0) {
        valid2 = true;
        passing0 = 0;
      }
      const _errs11 = errors;
      if (data2 !== null) {
        const err6 = { instancePath: instancePath + "/entitlementId", schemaPath: "#/properties/entitlementId/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      var _valid0 = _errs11 === errors;
      if (_valid0 && valid2) {
        valid2 = false;
        passing0 = [passing0, 1];
      } else {
        if (_valid0) {
          valid2 = true;
          passing0 = 1;
        }
      }
      if (!valid2) {
        const err7 = { instancePath: instancePath + "/entitlementId", schemaPath: "#/properties/entitlementId/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      } else {
        errors = _errs7;
        if (vErrors !== null) {
          if (_errs7) {
            vErrors.length = _errs7;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.offerName !== void 0 && func0.call(data, "offerName")) {
      let data3 = data.offerName;
      if (typeof data3 !== "string" && data3 !== null) {
        const err8 = { instancePath: instancePath + "/offerName", schemaPath: "#/properties/offerName/type", keyword: "type", params: { type: schema43.properties.offerName.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.friendlyName !== void 0 && func0.call(data, "friendlyName")) {
      let data4 = data.friendlyName;
      if (typeof data4 !== "string" && data4 !== null) {
        const err9 = { instancePath: instancePath + "/friendlyName", schemaPath: "#/properties/friendlyName/type", keyword: "type", params: { type: schema43.properties.friendlyName.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.quantity !== void 0 && func0.call(data, "quantity")) {
      let data5 = data.quantity;
      if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5))) && data5 !== null) {
        const err10 = { instancePath: instancePath + "/quantity", schemaPath: "#/properties/quantity/type", keyword: "type", params: { type: schema43.properties.quantity.type }, message: "must be integer,null" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.unitType !== void 0 && func0.call(data, "unitType")) {
      let data6 = data.unitType;
      if (typeof data6 !== "string" && data6 !== null) {
        const err11 = { instancePath: instancePath + "/unitType", schemaPath: "#/properties/unitType/type", keyword: "type", params: { type: schema43.properties.unitType.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.parentSubscriptionId !== void 0 && func0.call(data, "parentSubscriptionId")) {
      let data7 = data.parentSubscriptionId;
      const _errs22 = errors;
      let valid4 = false;
      let passing1 = null;
      const _errs23 = errors;
      if (typeof data7 === "string") {
        if (!pattern0.test(data7)) {
          const err12 = { instancePath: instancePath + "/parentSubscriptionId", schemaPath: "/schemas/Guid/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$" }, message: 'must match pattern "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"' };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/parentSubscriptionId", schemaPath: "/schemas/Guid/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      var _valid1 = _errs23 === errors;
      if (_valid1) {
        valid4 = true;
        passing1 = 0;
      }
      const _errs26 = errors;
      if (data7 !== null) {
        const err14 = { instancePath: instancePath + "/parentSubscriptionId", schemaPath: "#/properties/parentSubscriptionId/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
      var _valid1 = _errs26 === errors;
      if (_valid1 && valid4) {
        valid4 = false;
        passing1 = [passing1, 1];
      } else {
        if (_valid1) {
          valid4 = true;
          passing1 = 1;
        }
      }
      if (!valid4) {
        const err15 = { instancePath: instancePath + "/parentSubscriptionId", schemaPath: "#/properties/parentSubscriptionId/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      } else {
        errors = _errs22;
        if (vErrors !== null) {
          if (_errs22) {
            vErrors.length = _errs22;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.creationDate !== void 0 && func0.call(data, "creationDate")) {
      let data8 = data.creationDate;
      if (typeof data8 !== "string" && data8 !== null) {
        const err16 = { instancePath: instancePath + "/creationDate", schemaPath: "#/properties/creationDate/type", keyword: "type", params: { type: schema43.properties.creationDate.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.effectiveStartDate !== void 0 && func0.call(data, "effectiveStartDate")) {
      let data9 = data.effectiveStartDate;
      if (typeof data9 !== "string" && data9 !== null) {
        const err17 = { instancePath: instancePath + "/effectiveStartDate", schemaPath: "#/properties/effectiveStartDate/type", keyword: "type", params: { type: schema43.properties.effectiveStartDate.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.commitmentEndDate !== void 0 && func0.call(data, "commitmentEndDate")) {
      let data10 = data.commitmentEndDate;
      if (typeof data10 !== "string" && data10 !== null) {
        const err18 = { instancePath: instancePath + "/commitmentEndDate", schemaPath: "#/properties/commitmentEndDate/type", keyword: "type", params: { type: schema43.properties.commitmentEndDate.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.status !== void 0 && func0.call(data, "status")) {
      let data11 = data.status;
      const _errs35 = errors;
      let valid6 = false;
      let passing2 = null;
      const _errs36 = errors;
      if (typeof data11 !== "string") {
        const err19 = { instancePath: instancePath + "/status", schemaPath: "/schemas/SubscriptionStatus/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
      var _valid2 = _errs36 === errors;
      if (_valid2) {
        valid6 = true;
        passing2 = 0;
      }
      const _errs39 = errors;
      if (data11 !== null) {
        const err20 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
      var _valid2 = _errs39 === errors;
      if (_valid2 && valid6) {
        valid6 = false;
        passing2 = [passing2, 1];
      } else {
        if (_valid2) {
          valid6 = true;
          passing2 = 1;
        }
      }
      if (!valid6) {
        const err21 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/oneOf", keyword: "oneOf", params: { passingSchemas: passing2 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      } else {
        errors = _errs35;
        if (vErrors !== null) {
          if (_errs35) {
            vErrors.length = _errs35;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.autoRenewEnabled !== void 0 && func0.call(data, "autoRenewEnabled")) {
      let data12 = data.autoRenewEnabled;
      if (typeof data12 !== "boolean" && data12 !== null) {
        const err22 = { instancePath: instancePath + "/autoRenewEnabled", schemaPath: "#/properties/autoRenewEnabled/type", keyword: "type", params: { type: schema43.properties.autoRenewEnabled.type }, message: "must be boolean,null" };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.billingType !== void 0 && func0.call(data, "billingType")) {
      let data13 = data.billingType;
      const _errs44 = errors;
      let valid8 = false;
      let passing3 = null;
      const _errs45 = errors;
      if (typeof data13 !== "string") {
        const err23 = { instancePath: instancePath + "/billingType", schemaPath: "/schemas/BillingType/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
      var _valid3 = _errs45 === errors;
      if (_valid3) {
        valid8 = true;
        passing3 = 0;
      }
      const _errs48 = errors;
      if (data13 !== null) {
        const err24 = { instancePath: instancePath + "/billingType", schemaPath: "#/properties/billingType/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
      var _valid3 = _errs48 === errors;
      if (_valid3 && valid8) {
        valid8 = false;
        passing3 = [passing3, 1];
      } else {
        if (_valid3) {
          valid8 = true;
          passing3 = 1;
        }
      }
      if (!valid8) {
        const err25 = { instancePath: instancePath + "/billingType", schemaPath: "#/properties/billingType/oneOf", keyword: "oneOf", params: { passingSchemas: passing3 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      } else {
        errors = _errs44;
        if (vErrors !== null) {
          if (_errs44) {
            vErrors.length = _errs44;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.billingCycle !== void 0 && func0.call(data, "billingCycle")) {
      let data14 = data.billingCycle;
      if (typeof data14 !== "string" && data14 !== null) {
        const err26 = { instancePath: instancePath + "/billingCycle", schemaPath: "#/properties/billingCycle/type", keyword: "type", params: { type: schema43.properties.billingCycle.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.suspensionReasons !== void 0 && func0.call(data, "suspensionReasons")) {
      let data15 = data.suspensionReasons;
      if (!Array.isArray(data15) && data15 !== null) {
        const err27 = { instancePath: instancePath + "/suspensionReasons", schemaPath: "#/properties/suspensionReasons/type", keyword: "type", params: { type: schema43.properties.suspensionReasons.type }, message: "must be array,null" };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
      if (Array.isArray(data15)) {
        const len0 = data15.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data15[i0] !== "string") {
            const err28 = { instancePath: instancePath + "/suspensionReasons/" + i0, schemaPath: "#/properties/suspensionReasons/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
      }
    }
    if (data.contractType !== void 0 && func0.call(data, "contractType")) {
      let data17 = data.contractType;
      if (typeof data17 !== "string" && data17 !== null) {
        const err29 = { instancePath: instancePath + "/contractType", schemaPath: "#/properties/contractType/type", keyword: "type", params: { type: schema43.properties.contractType.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.partnerId !== void 0 && func0.call(data, "partnerId")) {
      let data18 = data.partnerId;
      if (typeof data18 !== "string" && data18 !== null) {
        const err30 = { instancePath: instancePath + "/partnerId", schemaPath: "#/properties/partnerId/type", keyword: "type", params: { type: schema43.properties.partnerId.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.orderId !== void 0 && func0.call(data, "orderId")) {
      let data19 = data.orderId;
      if (typeof data19 !== "string" && data19 !== null) {
        const err31 = { instancePath: instancePath + "/orderId", schemaPath: "#/properties/orderId/type", keyword: "type", params: { type: schema43.properties.orderId.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
    if (data.productType !== void 0 && func0.call(data, "productType")) {
      let data20 = data.productType;
      const _errs63 = errors;
      let valid12 = false;
      let passing4 = null;
      const _errs64 = errors;
      if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
        if (data20.id !== void 0 && func0.call(data20, "id")) {
          let data21 = data20.id;
          if (typeof data21 !== "string" && data21 !== null) {
            const err32 = { instancePath: instancePath + "/productType/id", schemaPath: "/schemas/ProductType/properties/id/type", keyword: "type", params: { type: schema49.properties.id.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        if (data20.displayName !== void 0 && func0.call(data20, "displayName")) {
          let data22 = data20.displayName;
          if (typeof data22 !== "string" && data22 !== null) {
            const err33 = { instancePath: instancePath + "/productType/displayName", schemaPath: "/schemas/ProductType/properties/displayName/type", keyword: "type", params: { type: schema49.properties.displayName.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
      } else {
        const err34 = { instancePath: instancePath + "/productType", schemaPath: "/schemas/ProductType/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
      var _valid4 = _errs64 === errors;
      if (_valid4) {
        valid12 = true;
        passing4 = 0;
        var props0 = {};
        props0.id = true;
        props0.displayName = true;
      }
      const _errs71 = errors;
      if (data20 !== null) {
        const err35 = { instancePath: instancePath + "/productType", schemaPath: "#/properties/productType/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
      var _valid4 = _errs71 === errors;
      if (_valid4 && valid12) {
        valid12 = false;
        passing4 = [passing4, 1];
      } else {
        if (_valid4) {
          valid12 = true;
          passing4 = 1;
        }
      }
      if (!valid12) {
        const err36 = { instancePath: instancePath + "/productType", schemaPath: "#/properties/productType/oneOf", keyword: "oneOf", params: { passingSchemas: passing4 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      } else {
        errors = _errs63;
        if (vErrors !== null) {
          if (_errs63) {
            vErrors.length = _errs63;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.links !== void 0 && func0.call(data, "links")) {
      let data23 = data.links;
      const _errs74 = errors;
      let valid15 = false;
      let passing5 = null;
      const _errs75 = errors;
      if (!validate24(data23, { instancePath: instancePath + "/links", parentData: data, parentDataProperty: "links", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
        errors = vErrors.length;
      }
      var _valid5 = _errs75 === errors;
      if (_valid5) {
        valid15 = true;
        passing5 = 0;
        var props1 = {};
        props1.self = true;
        props1.next = true;
        props1.previous = true;
        props1.offer = true;
      }
      const _errs76 = errors;
      if (data23 !== null) {
        const err37 = { instancePath: instancePath + "/links", schemaPath: "#/properties/links/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
      var _valid5 = _errs76 === errors;
      if (_valid5 && valid15) {
        valid15 = false;
        passing5 = [passing5, 1];
      } else {
        if (_valid5) {
          valid15 = true;
          passing5 = 1;
        }
      }
      if (!valid15) {
        const err38 = { instancePath: instancePath + "/links", schemaPath: "#/properties/links/oneOf", keyword: "oneOf", params: { passingSchemas: passing5 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      } else {
        errors = _errs74;
        if (vErrors !== null) {
          if (_errs74) {
            vErrors.length = _errs74;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.attributes !== void 0 && func0.call(data, "attributes")) {
      let data24 = data.attributes;
      const _errs79 = errors;
      let valid16 = false;
      let passing6 = null;
      const _errs80 = errors;
      if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
        if (data24.etag !== void 0 && func0.call(data24, "etag")) {
          let data25 = data24.etag;
          if (typeof data25 !== "string" && data25 !== null) {
            const err39 = { instancePath: instancePath + "/attributes/etag", schemaPath: "/schemas/ResourceAttributes/properties/etag/type", keyword: "type", params: { type: schema6.properties.etag.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
        if (data24.objectType !== void 0 && func0.call(data24, "objectType")) {
          let data26 = data24.objectType;
          if (typeof data26 !== "string" && data26 !== null) {
            const err40 = { instancePath: instancePath + "/attributes/objectType", schemaPath: "/schemas/ResourceAttributes/properties/objectType/type", keyword: "type", params: { type: schema6.properties.objectType.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
        }
      } else {
        const err41 = { instancePath: instancePath + "/attributes", schemaPath: "/schemas/ResourceAttributes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
      var _valid6 = _errs80 === errors;
      if (_valid6) {
        valid16 = true;
        passing6 = 0;
        var props2 = {};
        props2.etag = true;
        props2.objectType = true;
      }
      const _errs87 = errors;
      if (data24 !== null) {
        const err42 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
      var _valid6 = _errs87 === errors;
      if (_valid6 && valid16) {
        valid16 = false;
        passing6 = [passing6, 1];
      } else {
        if (_valid6) {
          valid16 = true;
          passing6 = 1;
        }
      }
      if (!valid16) {
        const err43 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf", keyword: "oneOf", params: { passingSchemas: passing6 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      } else {
        errors = _errs79;
        if (vErrors !== null) {
          if (_errs79) {
            vErrors.length = _errs79;
          } else {
            vErrors = null;
          }
        }
      }
    }
  } else {
    const err44 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err44];
    } else {
      vErrors.push(err44);
    }
    errors++;
  }
  validate32.errors = vErrors;
  return errors === 0;
}
validate32.evaluated = { "props": { "id": true, "offerId": true, "entitlementId": true, "offerName": true, "friendlyName": true, "quantity": true, "unitType": true, "parentSubscriptionId": true, "creationDate": true, "effectiveStartDate": true, "commitmentEndDate": true, "status": true, "autoRenewEnabled": true, "billingType": true, "billingCycle": true, "suspensionReasons": true, "contractType": true, "partnerId": true, "orderId": true, "productType": true, "links": true, "attributes": true }, "dynamicProps": false, "dynamicItems": false };
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate31.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.items === void 0 || !func0.call(data, "items")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "items" }, message: "must have required property 'items'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.totalCount !== void 0 && func0.call(data, "totalCount")) {
      let data0 = data.totalCount;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0))) && data0 !== null) {
        const err1 = { instancePath: instancePath + "/totalCount", schemaPath: "#/properties/totalCount/type", keyword: "type", params: { type: schema42.properties.totalCount.type }, message: "must be integer,null" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.items !== void 0 && func0.call(data, "items")) {
      let data1 = data.items;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate32(data1[i0], { instancePath: instancePath + "/items/" + i0, parentData: data1, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err2 = { instancePath: instancePath + "/items", schemaPath: "#/properties/items/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.links !== void 0 && func0.call(data, "links")) {
      let data3 = data.links;
      const _errs7 = errors;
      let valid3 = false;
      let passing0 = null;
      const _errs8 = errors;
      if (!validate24(data3, { instancePath: instancePath + "/links", parentData: data, parentDataProperty: "links", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
        errors = vErrors.length;
      }
      var _valid0 = _errs8 === errors;
      if (_valid0) {
        valid3 = true;
        passing0 = 0;
        var props0 = {};
        props0.self = true;
        props0.next = true;
        props0.previous = true;
        props0.offer = true;
      }
      const _errs9 = errors;
      if (data3 !== null) {
        const err3 = { instancePath: instancePath + "/links", schemaPath: "#/properties/links/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      var _valid0 = _errs9 === errors;
      if (_valid0 && valid3) {
        valid3 = false;
        passing0 = [passing0, 1];
      } else {
        if (_valid0) {
          valid3 = true;
          passing0 = 1;
        }
      }
      if (!valid3) {
        const err4 = { instancePath: instancePath + "/links", schemaPath: "#/properties/links/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      } else {
        errors = _errs7;
        if (vErrors !== null) {
          if (_errs7) {
            vErrors.length = _errs7;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.attributes !== void 0 && func0.call(data, "attributes")) {
      let data4 = data.attributes;
      const _errs12 = errors;
      let valid4 = false;
      let passing1 = null;
      const _errs13 = errors;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        if (data4.etag !== void 0 && func0.call(data4, "etag")) {
          let data5 = data4.etag;
          if (typeof data5 !== "string" && data5 !== null) {
            const err5 = { instancePath: instancePath + "/attributes/etag", schemaPath: "/schemas/ResourceAttributes/properties/etag/type", keyword: "type", params: { type: schema6.properties.etag.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data4.objectType !== void 0 && func0.call(data4, "objectType")) {
          let data6 = data4.objectType;
          if (typeof data6 !== "string" && data6 !== null) {
            const err6 = { instancePath: instancePath + "/attributes/objectType", schemaPath: "/schemas/ResourceAttributes/properties/objectType/type", keyword: "type", params: { type: schema6.properties.objectType.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/attributes", schemaPath: "/schemas/ResourceAttributes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      var _valid1 = _errs13 === errors;
      if (_valid1) {
        valid4 = true;
        passing1 = 0;
        var props1 = {};
        props1.etag = true;
        props1.objectType = true;
      }
      const _errs20 = errors;
      if (data4 !== null) {
        const err8 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      var _valid1 = _errs20 === errors;
      if (_valid1 && valid4) {
        valid4 = false;
        passing1 = [passing1, 1];
      } else {
        if (_valid1) {
          valid4 = true;
          passing1 = 1;
        }
      }
      if (!valid4) {
        const err9 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      } else {
        errors = _errs12;
        if (vErrors !== null) {
          if (_errs12) {
            vErrors.length = _errs12;
          } else {
            vErrors = null;
          }
        }
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate31.errors = vErrors;
  return errors === 0;
}
validate31.evaluated = { "props": { "totalCount": true, "items": true, "links": true, "attributes": true }, "dynamicProps": false, "dynamicItems": false };
var check$AgreementCollection = validate36;
var schema52 = { "type": "object", "required": ["items"], "properties": { "totalCount": { "type": ["integer", "null"] }, "items": { "type": "array", "items": { "$ref": "/schemas/Agreement" } }, "links": { "oneOf": [{ "$ref": "/schemas/ResourceLinks" }, { "type": "null" }] }, "attributes": { "oneOf": [{ "$ref": "/schemas/ResourceAttributes" }, { "type": "null" }] } } };
var schema53 = { "type": "object", "properties": { "primaryContact": { "oneOf": [{ "$ref": "/schemas/AgreementContact" }, { "type": "null" }] }, "templateId": { "oneOf": [{ "$ref": "/schemas/Guid" }, { "type": "null" }] }, "dateAgreed": { "type": ["string", "null"] }, "type": { "type": ["string", "null"] }, "agreementLink": { "type": ["string", "null"] }, "userId": { "type": ["string", "null"] } } };
var schema54 = { "type": "object", "properties": { "firstName": { "type": ["string", "null"] }, "lastName": { "type": ["string", "null"] }, "email": { "type": ["string", "null"] }, "phoneNumber": { "type": ["string", "null"] } } };
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate37.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.primaryContact !== void 0 && func0.call(data, "primaryContact")) {
      let data0 = data.primaryContact;
      const _errs2 = errors;
      let valid1 = false;
      let passing0 = null;
      const _errs3 = errors;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        if (data0.firstName !== void 0 && func0.call(data0, "firstName")) {
          let data1 = data0.firstName;
          if (typeof data1 !== "string" && data1 !== null) {
            const err0 = { instancePath: instancePath + "/primaryContact/firstName", schemaPath: "/schemas/AgreementContact/properties/firstName/type", keyword: "type", params: { type: schema54.properties.firstName.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err0];
            } else {
              vErrors.push(err0);
            }
            errors++;
          }
        }
        if (data0.lastName !== void 0 && func0.call(data0, "lastName")) {
          let data2 = data0.lastName;
          if (typeof data2 !== "string" && data2 !== null) {
            const err1 = { instancePath: instancePath + "/primaryContact/lastName", schemaPath: "/schemas/AgreementContact/properties/lastName/type", keyword: "type", params: { type: schema54.properties.lastName.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        if (data0.email !== void 0 && func0.call(data0, "email")) {
          let data3 = data0.email;
          if (typeof data3 !== "string" && data3 !== null) {
            const err2 = { instancePath: instancePath + "/primaryContact/email", schemaPath: "/schemas/AgreementContact/properties/email/type", keyword: "type", params: { type: schema54.properties.email.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        if (data0.phoneNumber !== void 0 && func0.call(data0, "phoneNumber")) {
          let data4 = data0.phoneNumber;
          if (typeof data4 !== "string" && data4 !== null) {
            const err3 = { instancePath: instancePath + "/primaryContact/phoneNumber", schemaPath: "/schemas/AgreementContact/properties/phoneNumber/type", keyword: "type", params: { type: schema54.properties.phoneNumber.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
      } else {
        const err4 = { instancePath: instancePath + "/primaryContact", schemaPath: "/schemas/AgreementContact/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      var _valid0 = _errs3 === errors;
      if (_valid0) {
        valid1 = true;
        passing0 = 0;
        var props0 = {};
        props0.firstName = true;
        props0.lastName = true;
        props0.email = true;
        props0.phoneNumber = true;
      }
      const _errs14 = errors;
      if (data0 !== null) {
        const err5 = { instancePath: instancePath + "/primaryContact", schemaPath: "#/properties/primaryContact/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      var _valid0 = _errs14 === errors;
      if (_valid0 && valid1) {
        valid1 = false;
        passing0 = [passing0, 1];
      } else {
        if (_valid0) {
          valid1 = true;
          passing0 = 1;
        }
      }
      if (!valid1) {
        const err6 = { instancePath: instancePath + "/primaryContact", schemaPath: "#/properties/primaryContact/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      } else {
        errors = _errs2;
        if (vErrors !== null) {
          if (_errs2) {
            vErrors.length = _errs2;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.templateId !== void 0 && func0.call(data, "templateId")) {
      let data5 = data.templateId;
      const _errs17 = errors;
      let valid4 = false;
      let passing1 = null;
      const _errs18 = errors;
      if (typeof data5 === "string") {
        if (!pattern0.test(data5)) {
          const err7 = { instancePath: instancePath + "/templateId", schemaPath: "/schemas/Guid/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$" }, message: 'must match pattern "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"' };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/templateId", schemaPath: "/schemas/Guid/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      var _valid1 = _errs18 === errors;
      if (_valid1) {
        valid4 = true;
        passing1 = 0;
      }
      const _errs21 = errors;
      if (data5 !== null) {
        const err9 = { instancePath: instancePath + "/templateId", schemaPath: "#/properties/templateId/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      var _valid1 = _errs21 === errors;
      if (_valid1 && valid4) {
        valid4 = false;
        passing1 = [passing1, 1];
      } else {
        if (_valid1) {
          valid4 = true;
          passing1 = 1;
        }
      }
      if (!valid4) {
        const err10 = { instancePath: instancePath + "/templateId", schemaPath: "#/properties/templateId/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      } else {
        errors = _errs17;
        if (vErrors !== null) {
          if (_errs17) {
            vErrors.length = _errs17;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.dateAgreed !== void 0 && func0.call(data, "dateAgreed")) {
      let data6 = data.dateAgreed;
      if (typeof data6 !== "string" && data6 !== null) {
        const err11 = { instancePath: instancePath + "/dateAgreed", schemaPath: "#/properties/dateAgreed/type", keyword: "type", params: { type: schema53.properties.dateAgreed.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.type !== void 0 && func0.call(data, "type")) {
      let data7 = data.type;
      if (typeof data7 !== "string" && data7 !== null) {
        const err12 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: schema53.properties.type.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.agreementLink !== void 0 && func0.call(data, "agreementLink")) {
      let data8 = data.agreementLink;
      if (typeof data8 !== "string" && data8 !== null) {
        const err13 = { instancePath: instancePath + "/agreementLink", schemaPath: "#/properties/agreementLink/type", keyword: "type", params: { type: schema53.properties.agreementLink.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.userId !== void 0 && func0.call(data, "userId")) {
      let data9 = data.userId;
      if (typeof data9 !== "string" && data9 !== null) {
        const err14 = { instancePath: instancePath + "/userId", schemaPath: "#/properties/userId/type", keyword: "type", params: { type: schema53.properties.userId.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate37.errors = vErrors;
  return errors === 0;
}
validate37.evaluated = { "props": { "primaryContact": true, "templateId": true, "dateAgreed": true, "type": true, "agreementLink": true, "userId": true }, "dynamicProps": false, "dynamicItems": false };
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate36.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.items === void 0 || !func0.call(data, "items")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "items" }, message: "must have required property 'items'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.totalCount !== void 0 && func0.call(data, "totalCount")) {
      let data0 = data.totalCount;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0))) && data0 !== null) {
        const err1 = { instancePath: instancePath + "/totalCount", schemaPath: "#/properties/totalCount/type", keyword: "type", params: { type: schema52.properties.totalCount.type }, message: "must be integer,null" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.items !== void 0 && func0.call(data, "items")) {
      let data1 = data.items;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate37(data1[i0], { instancePath: instancePath + "/items/" + i0, parentData: data1, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err2 = { instancePath: instancePath + "/items", schemaPath: "#/properties/items/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.links !== void 0 && func0.call(data, "links")) {
      let data3 = data.links;
      const _errs7 = errors;
      let valid3 = false;
      let passing0 = null;
      const _errs8 = errors;
      if (!validate24(data3, { instancePath: instancePath + "/links", parentData: data, parentDataProperty: "links", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
        errors = vErrors.length;
      }
      var _valid0 = _errs8 === errors;
      if (_valid0) {
        valid3 = true;
        passing0 = 0;
        var props0 = {};
        props0.self = true;
        props0.next = true;
        props0.previous = true;
        props0.offer = true;
      }
      const _errs9 = errors;
      if (data3 !== null) {
        const err3 = { instancePath: instancePath + "/links", schemaPath: "#/properties/links/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      var _valid0 = _errs9 === errors;
      if (_valid0 && valid3) {
        valid3 = false;
        passing0 = [passing0, 1];
      } else {
        if (_valid0) {
          valid3 = true;
          passing0 = 1;
        }
      }
      if (!valid3) {
        const err4 = { instancePath: instancePath + "/links", schemaPath: "#/properties/links/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      } else {
        errors = _errs7;
        if (vErrors !== null) {
          if (_errs7) {
            vErrors.length = _errs7;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.attributes !== void 0 && func0.call(data, "attributes")) {
      let data4 = data.attributes;
      const _errs12 = errors;
      let valid4 = false;
      let passing1 = null;
      const _errs13 = errors;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        if (data4.etag !== void 0 && func0.call(data4, "etag")) {
          let data5 = data4.etag;
          if (typeof data5 !== "string" && data5 !== null) {
            const err5 = { instancePath: instancePath + "/attributes/etag", schemaPath: "/schemas/ResourceAttributes/properties/etag/type", keyword: "type", params: { type: schema6.properties.etag.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data4.objectType !== void 0 && func0.call(data4, "objectType")) {
          let data6 = data4.objectType;
          if (typeof data6 !== "string" && data6 !== null) {
            const err6 = { instancePath: instancePath + "/attributes/objectType", schemaPath: "/schemas/ResourceAttributes/properties/objectType/type", keyword: "type", params: { type: schema6.properties.objectType.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/attributes", schemaPath: "/schemas/ResourceAttributes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      var _valid1 = _errs13 === errors;
      if (_valid1) {
        valid4 = true;
        passing1 = 0;
        var props1 = {};
        props1.etag = true;
        props1.objectType = true;
      }
      const _errs20 = errors;
      if (data4 !== null) {
        const err8 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      var _valid1 = _errs20 === errors;
      if (_valid1 && valid4) {
        valid4 = false;
        passing1 = [passing1, 1];
      } else {
        if (_valid1) {
          valid4 = true;
          passing1 = 1;
        }
      }
      if (!valid4) {
        const err9 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      } else {
        errors = _errs12;
        if (vErrors !== null) {
          if (_errs12) {
            vErrors.length = _errs12;
          } else {
            vErrors = null;
          }
        }
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate36.errors = vErrors;
  return errors === 0;
}
validate36.evaluated = { "props": { "totalCount": true, "items": true, "links": true, "attributes": true }, "dynamicProps": false, "dynamicItems": false };
var check$DirectSignedCustomerAgreementStatus = validate40;
function validate40(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate40.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.isSigned === void 0 || !func0.call(data, "isSigned")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "isSigned" }, message: "must have required property 'isSigned'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.isSigned !== void 0 && func0.call(data, "isSigned")) {
      if (typeof data.isSigned !== "boolean") {
        const err1 = { instancePath: instancePath + "/isSigned", schemaPath: "#/properties/isSigned/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate40.errors = vErrors;
  return errors === 0;
}
validate40.evaluated = { "props": { "isSigned": true }, "dynamicProps": false, "dynamicItems": false };
var check$AzureEntitlementCollection = validate41;
var schema58 = { "type": "object", "required": ["items"], "properties": { "totalCount": { "type": ["integer", "null"] }, "items": { "type": "array", "items": { "$ref": "/schemas/AzureEntitlement" } }, "links": { "oneOf": [{ "$ref": "/schemas/ResourceLinks" }, { "type": "null" }] }, "attributes": { "oneOf": [{ "$ref": "/schemas/ResourceAttributes" }, { "type": "null" }] } } };
var schema59 = { "type": "object", "required": ["id"], "properties": { "id": { "$ref": "/schemas/Guid" }, "friendlyName": { "type": ["string", "null"] }, "status": { "oneOf": [{ "$ref": "/schemas/SubscriptionStatus" }, { "type": "null" }] }, "subscriptionId": { "oneOf": [{ "$ref": "/schemas/Guid" }, { "type": "null" }] } } };
function validate42(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate42.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0 || !func0.call(data, "id")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.id !== void 0 && func0.call(data, "id")) {
      let data0 = data.id;
      if (typeof data0 === "string") {
        if (!pattern0.test(data0)) {
          const err1 = { instancePath: instancePath + "/id", schemaPath: "/schemas/Guid/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$" }, message: 'must match pattern "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"' };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/id", schemaPath: "/schemas/Guid/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.friendlyName !== void 0 && func0.call(data, "friendlyName")) {
      let data1 = data.friendlyName;
      if (typeof data1 !== "string" && data1 !== null) {
        const err3 = { instancePath: instancePath + "/friendlyName", schemaPath: "#/properties/friendlyName/type", keyword: "type", params: { type: schema59.properties.friendlyName.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.status !== void 0 && func0.call(data, "status")) {
      let data2 = data.status;
      const _errs7 = errors;
      let valid2 = false;
      let passing0 = null;
      const _errs8 = errors;
      if (typeof data2 !== "string") {
        const err4 = { instancePath: instancePath + "/status", schemaPath: "/schemas/SubscriptionStatus/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      var _valid0 = _errs8 === errors;
      if (_valid0) {
        valid2 = true;
        passing0 = 0;
      }
      const _errs11 = errors;
      if (data2 !== null) {
        const err5 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      var _valid0 = _errs11 === errors;
      if (_valid0 && valid2) {
        valid2 = false;
        passing0 = [passing0, 1];
      } else {
        if (_valid0) {
          valid2 = true;
          passing0 = 1;
        }
      }
      if (!valid2) {
        const err6 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      } else {
        errors = _errs7;
        if (vErrors !== null) {
          if (_errs7) {
            vErrors.length = _errs7;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.subscriptionId !== void 0 && func0.call(data, "subscriptionId")) {
      let data3 = data.subscriptionId;
      const _errs14 = errors;
      let valid4 = false;
      let passing1 = null;
      const _errs15 = errors;
      if (typeof data3 === "string") {
        if (!pattern0.test(data3)) {
          const err7 = { instancePath: instancePath + "/subscriptionId", schemaPath: "/schemas/Guid/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$" }, message: 'must match pattern "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"' };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/subscriptionId", schemaPath: "/schemas/Guid/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      var _valid1 = _errs15 === errors;
      if (_valid1) {
        valid4 = true;
        passing1 = 0;
      }
      const _errs18 = errors;
      if (data3 !== null) {
        const err9 = { instancePath: instancePath + "/subscriptionId", schemaPath: "#/properties/subscriptionId/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      var _valid1 = _errs18 === errors;
      if (_valid1 && valid4) {
        valid4 = false;
        passing1 = [passing1, 1];
      } else {
        if (_valid1) {
          valid4 = true;
          passing1 = 1;
        }
      }
      if (!valid4) {
        const err10 = { instancePath: instancePath + "/subscriptionId", schemaPath: "#/properties/subscriptionId/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      } else {
        errors = _errs14;
        if (vErrors !== null) {
          if (_errs14) {
            vErrors.length = _errs14;
          } else {
            vErrors = null;
          }
        }
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate42.errors = vErrors;
  return errors === 0;
}
validate42.evaluated = { "props": { "id": true, "friendlyName": true, "status": true, "subscriptionId": true }, "dynamicProps": false, "dynamicItems": false };
function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate41.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.items === void 0 || !func0.call(data, "items")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "items" }, message: "must have required property 'items'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.totalCount !== void 0 && func0.call(data, "totalCount")) {
      let data0 = data.totalCount;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0))) && data0 !== null) {
        const err1 = { instancePath: instancePath + "/totalCount", schemaPath: "#/properties/totalCount/type", keyword: "type", params: { type: schema58.properties.totalCount.type }, message: "must be integer,null" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.items !== void 0 && func0.call(data, "items")) {
      let data1 = data.items;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate42(data1[i0], { instancePath: instancePath + "/items/" + i0, parentData: data1, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err2 = { instancePath: instancePath + "/items", schemaPath: "#/properties/items/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.links !== void 0 && func0.call(data, "links")) {
      let data3 = data.links;
      const _errs7 = errors;
      let valid3 = false;
      let passing0 = null;
      const _errs8 = errors;
      if (!validate24(data3, { instancePath: instancePath + "/links", parentData: data, parentDataProperty: "links", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
        errors = vErrors.length;
      }
      var _valid0 = _errs8 === errors;
      if (_valid0) {
        valid3 = true;
        passing0 = 0;
        var props0 = {};
        props0.self = true;
        props0.next = true;
        props0.previous = true;
        props0.offer = true;
      }
      const _errs9 = errors;
      if (data3 !== null) {
        const err3 = { instancePath: instancePath + "/links", schemaPath: "#/properties/links/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      var _valid0 = _errs9 === errors;
      if (_valid0 && valid3) {
        valid3 = false;
        passing0 = [passing0, 1];
      } else {
        if (_valid0) {
          valid3 = true;
          passing0 = 1;
        }
      }
      if (!valid3) {
        const err4 = { instancePath: instancePath + "/links", schemaPath: "#/properties/links/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      } else {
        errors = _errs7;
        if (vErrors !== null) {
          if (_errs7) {
            vErrors.length = _errs7;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.attributes !== void 0 && func0.call(data, "attributes")) {
      let data4 = data.attributes;
      const _errs12 = errors;
      let valid4 = false;
      let passing1 = null;
      const _errs13 = errors;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        if (data4.etag !== void 0 && func0.call(data4, "etag")) {
          let data5 = data4.etag;
          if (typeof data5 !== "string" && data5 !== null) {
            const err5 = { instancePath: instancePath + "/attributes/etag", schemaPath: "/schemas/ResourceAttributes/properties/etag/type", keyword: "type", params: { type: schema6.properties.etag.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data4.objectType !== void 0 && func0.call(data4, "objectType")) {
          let data6 = data4.objectType;
          if (typeof data6 !== "string" && data6 !== null) {
            const err6 = { instancePath: instancePath + "/attributes/objectType", schemaPath: "/schemas/ResourceAttributes/properties/objectType/type", keyword: "type", params: { type: schema6.properties.objectType.type }, message: "must be string,null" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/attributes", schemaPath: "/schemas/ResourceAttributes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      var _valid1 = _errs13 === errors;
      if (_valid1) {
        valid4 = true;
        passing1 = 0;
        var props1 = {};
        props1.etag = true;
        props1.objectType = true;
      }
      const _errs20 = errors;
      if (data4 !== null) {
        const err8 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      var _valid1 = _errs20 === errors;
      if (_valid1 && valid4) {
        valid4 = false;
        passing1 = [passing1, 1];
      } else {
        if (_valid1) {
          valid4 = true;
          passing1 = 1;
        }
      }
      if (!valid4) {
        const err9 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      } else {
        errors = _errs12;
        if (vErrors !== null) {
          if (_errs12) {
            vErrors.length = _errs12;
          } else {
            vErrors = null;
          }
        }
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate41.errors = vErrors;
  return errors === 0;
}
validate41.evaluated = { "props": { "totalCount": true, "items": true, "links": true, "attributes": true }, "dynamicProps": false, "dynamicItems": false };

const Guid$: Validate = /* @__PURE__ */ toValidate(check$Guid)
const string$: Validate = /* @__PURE__ */ toValidate(check$string)
const boolean$: Validate = /* @__PURE__ */ toValidate(check$boolean)
const ProductUpgradeRequest$: Validate = /* @__PURE__ */ toValidate(check$ProductUpgradeRequest)
const stringUriReference$: Validate = /* @__PURE__ */ toValidate(check$stringUriReference)
const Fault$: Validate = /* @__PURE__ */ toValidate(check$Fault)
const headerRetryAfter$: Validate = /* @__PURE__ */ toValidate(check$headerRetryAfter)
const ThrottlingFault$: Validate = /* @__PURE__ */ toValidate(check$ThrottlingFault)
const ProductUpgradesStatus$: Validate = /* @__PURE__ */ toValidate(check$ProductUpgradesStatus)
const ProductUpgradesEligibility$: Validate = /* @__PURE__ */ toValidate(check$ProductUpgradesEligibility)
const CustomerCollection$: Validate = /* @__PURE__ */ toValidate(check$CustomerCollection)
const SubscriptionCollection$: Validate = /* @__PURE__ */ toValidate(check$SubscriptionCollection)
const AgreementCollection$: Validate = /* @__PURE__ */ toValidate(check$AgreementCollection)
const DirectSignedCustomerAgreementStatus$: Validate = /* @__PURE__ */ toValidate(check$DirectSignedCustomerAgreementStatus)
const AzureEntitlementCollection$: Validate = /* @__PURE__ */ toValidate(check$AzureEntitlementCollection)

export {
  Guid$ as Guid,
  string$ as string,
  boolean$ as boolean,
  ProductUpgradeRequest$ as ProductUpgradeRequest,
  stringUriReference$ as stringUriReference,
  Fault$ as Fault,
  headerRetryAfter$ as headerRetryAfter,
  ThrottlingFault$ as ThrottlingFault,
  ProductUpgradesStatus$ as ProductUpgradesStatus,
  ProductUpgradesEligibility$ as ProductUpgradesEligibility,
  CustomerCollection$ as CustomerCollection,
  SubscriptionCollection$ as SubscriptionCollection,
  AgreementCollection$ as AgreementCollection,
  DirectSignedCustomerAgreementStatus$ as DirectSignedCustomerAgreementStatus,
  AzureEntitlementCollection$ as AzureEntitlementCollection,
}
