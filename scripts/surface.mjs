// Writes what Apps Script offers (classes, signatures, enums), read from @types, for the guard of the local host.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const ts = createRequire(import.meta.url)('typescript-6');
const types = new URL('../node_modules/@types/google-apps-script/', import.meta.url);
const table = new URL('../local/host/surface.generated.json', import.meta.url);

/** The services a customer pool may reach; all others stay unknown to the bundle. */
const NAMESPACES = ['Spreadsheet', 'Mail', 'Properties', 'Cache', 'Lock', 'Script', 'HTML', 'Base', 'Utilities', 'Charts'];
const PRIMITIVES = {
  Integer: 'n',
  Byte: 'n',
  number: 'n',
  string: 's',
  Char: 's',
  boolean: 'b',
  any: 'a',
  unknown: 'a',
  object: 'o',
};
/** Live Apps Script has them, @types 2.0.13 does not (platform.md §1). */
const MISSING = {
  'Script.ScriptApp': { requireScopes: 'Script.AuthMode,s[]', getAuthorizationInfo: 'Script.AuthMode|Script.AuthMode,s[]' },
  'Script.AuthorizationInfo': { getAuthorizedScopes: '' },
};

/**
 * @returns what the table holds. `classes`: method → overloads joined by `|`, parameters by `,`; n number, s string, b boolean, d date, a anything, o
 * object, z null, `/` union, `[]` array, `?` optional, `...` rest; else a class or enum. `properties`: enum by member name.
 */
export function surface() {
  const classes = {};
  const enums = {};
  const properties = {};
  const globals = {};
  const parents = {};
  const aliases = {};
  for (const file of readdirSync(types).filter((name) => /^google-apps-script\..*\.d\.ts$/.test(name))) {
    const source = ts.createSourceFile(file, readFileSync(new URL(file, types), 'utf8'), ts.ScriptTarget.Latest);
    visit(source, '');
  }

  function visit(node, namespace) {
    if (ts.isModuleDeclaration(node)) {
      const name = node.name.text;
      if (name !== 'GoogleAppsScript' && !NAMESPACES.includes(name)) return;
      ts.forEachChild(node.body, (child) => visit(child, name));
    } else if (ts.isInterfaceDeclaration(node) && NAMESPACES.includes(namespace)) addClass(node, namespace);
    else if (ts.isEnumDeclaration(node) && NAMESPACES.includes(namespace))
      enums[`${namespace}.${node.name.text}`] = node.members.map((member) => member.name.text).join();
    else if (ts.isTypeAliasDeclaration(node) && NAMESPACES.includes(namespace))
      aliases[`${namespace}.${node.name.text}`] = typeOf(node.type, namespace);
    else if (ts.isVariableStatement(node)) addGlobals(node);
    else if (ts.isSourceFile(node)) ts.forEachChild(node, (child) => visit(child, namespace));
  }

  function addClass(node, namespace) {
    const name = `${namespace}.${node.name.text}`;
    // Of Charts only what charts in sheets need: the service for its enums, and options.
    if (namespace === 'Charts' && !['Charts.Charts', 'Charts.ChartOptions'].includes(name)) return;
    classes[name] ??= {};
    const methods = classes[name];
    for (const clause of node.heritageClauses ?? [])
      parents[name] = clause.types.map((parent) => qualified(parent.expression, namespace));
    for (const member of node.members) {
      if (ts.isMethodSignature(member)) {
        const signature = member.parameters.map((parameter) => parameterOf(parameter, namespace)).join();
        const key = member.name.text;
        methods[key] = key in methods ? `${methods[key]}|${signature}` : signature;
      } else if (ts.isPropertySignature(member) && member.type && ts.isTypeQueryNode(member.type)) {
        properties[name] = { ...properties[name], [member.name.text]: qualified(member.type.exprName, namespace) };
      }
    }
  }

  function addGlobals(node) {
    for (const declaration of node.declarationList.declarations) {
      const type = declaration.type;
      if (type && ts.isTypeReferenceNode(type)) {
        const name = entity(type.typeName).replace('GoogleAppsScript.', '');
        if (NAMESPACES.includes(name.split('.')[0])) globals[declaration.name.text] = name;
      }
    }
  }

  for (const [name, from] of Object.entries(parents))
    for (const parent of from) classes[name] = { ...(classes[parent] ?? {}), ...classes[name] };
  for (const methods of Object.values(classes))
    for (const [method, signatures] of Object.entries(methods))
      methods[method] = signatures.replace(/[A-Z]\w*\.\w+/g, (name) => aliases[name] ?? name);
  for (const [name, methods] of Object.entries(MISSING)) Object.assign(classes[name], methods);
  return { classes: sorted(classes), enums: sorted(enums), properties: sorted(properties), globals: sorted(globals) };
}

function parameterOf(parameter, namespace) {
  if (parameter.dotDotDotToken) return `...${typeOf(parameter.type.elementType ?? parameter.type, namespace)}`;
  return typeOf(parameter.type, namespace) + (parameter.questionToken ? '?' : '');
}

function typeOf(type, namespace) {
  if (ts.isArrayTypeNode(type)) return `${typeOf(type.elementType, namespace)}[]`;
  if (ts.isParenthesizedTypeNode(type)) return typeOf(type.type, namespace);
  if (ts.isUnionTypeNode(type)) return [...new Set(type.types.map((one) => typeOf(one, namespace)))].join('/');
  if (ts.isLiteralTypeNode(type)) return type.literal.kind === ts.SyntaxKind.NullKeyword ? 'z' : 's';
  if (ts.isTypeReferenceNode(type)) {
    const name = entity(type.typeName);
    if (name === 'Date' || name === 'Base.Date') return 'd';
    if (name in PRIMITIVES) return PRIMITIVES[name];
    const full = qualified(type.typeName, namespace);
    return NAMESPACES.includes(full.split('.')[0]) && !type.typeArguments ? full : 'o';
  }
  if (type.kind === ts.SyntaxKind.StringKeyword) return 's';
  if (type.kind === ts.SyntaxKind.NumberKeyword) return 'n';
  if (type.kind === ts.SyntaxKind.BooleanKeyword) return 'b';
  if (type.kind === ts.SyntaxKind.AnyKeyword || type.kind === ts.SyntaxKind.UnknownKeyword) return 'a';
  return 'o';
}

const entity = (name) =>
  ts.isIdentifier(name) ? name.text : `${entity(name.left ?? name.expression)}.${(name.right ?? name.name).text}`;

function qualified(name, namespace) {
  const text = entity(name);
  return text.includes('.') ? text : `${namespace}.${text}`;
}

const sorted = (record) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** One line a class, so that a new @types shows as a readable diff. */
export function print() {
  const { classes, enums, properties, globals } = surface();
  const lines = (record) =>
    `{\n${Object.entries(record)
      .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
      .join(',\n')}\n}`;
  return `{"classes":${lines(classes)},\n"enums":${lines(enums)},\n"properties":${lines(properties)},\n"globals":${lines(globals)}}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--print')) process.stdout.write(print());
  else writeFileSync(table, print());
}
