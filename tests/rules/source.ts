/** The project's own files as the rules see them: what is there, what they import and what they declare. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'

/** Every file that git knows or would add, without what was deleted: `src/env.ts`, … */
export const files: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard'],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => file !== '' && existsSync(file))
  .sort()

export const sourceFiles = files.filter((file) => /^src\/.*\.(ts|tsx|astro)$/.test(file))

export const read = (file: string) => readFileSync(file, 'utf8')

/** TypeScript of a file: an Astro component's is what stands between its two fences. */
function code(file: string): string {
  const text = read(file)
  return file.endsWith('.astro') ? (/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '') : text
}

/** The code without its comments, which may name what the code must not use. */
export function bareCode(file: string): string {
  const compilerOptions = { removeComments: true, target: ts.ScriptTarget.ESNext, jsx: ts.JsxEmit.Preserve }
  return ts.transpileModule(code(file), { compilerOptions }).outputText
}

/**
 * What a file imports, also for types only and inside `import()`: a path such as `src/env.ts` for our own files, the
 * name of the package for others.
 */
export function importsOf(file: string): string[] {
  return ts.preProcessFile(code(file), true, true).importedFiles.map(({ fileName }) => {
    if (fileName.startsWith('#')) return `src/${fileName.slice(1)}`.replace(/\?.*$/, '')
    if (fileName.startsWith('.')) return normalize(join(dirname(file), fileName)).replace(/\?.*$/, '')
    if (/^(node|astro|virtual):/.test(fileName)) return fileName
    return fileName
      .split('/')
      .slice(0, fileName.startsWith('@') ? 2 : 1)
      .join('/')
  })
}

/** A name that we chose, and where. */
export interface DeclaredName {
  readonly file: string
  readonly name: string
}

/** Types, classes, functions and constants at the top of a file, and the fields of its types and schemas. */
export function declaredNames(file: string): DeclaredName[] {
  const names: string[] = []
  const add = (name: ts.Node | undefined) => {
    if (name && (ts.isIdentifier(name) || ts.isStringLiteral(name))) names.push(name.text)
  }
  const visit = (node: ts.Node, top: boolean): void => {
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isClassDeclaration(node))
      add(node.name)
    if (top && ts.isFunctionDeclaration(node)) add(node.name)
    if (top && ts.isVariableStatement(node))
      for (const each of node.declarationList.declarations) add(each.name)
    if (ts.isPropertySignature(node)) add(node.name)
    if (isSchemaObject(node)) for (const field of node.properties) add(field.name)
    ts.forEachChild(node, (child) => visit(child, ts.isSourceFile(node)))
  }
  visit(ts.createSourceFile(file, code(file), ts.ScriptTarget.Latest, true), false)
  return names.map((name) => ({ file, name }))
}

/** The `{…}` in z.object({…}) and z.strictObject({…}). */
function isSchemaObject(node: ts.Node): node is ts.ObjectLiteralExpression {
  return (
    ts.isObjectLiteralExpression(node) &&
    ts.isCallExpression(node.parent) &&
    /^z\.(strict|loose)?[oO]bject$/.test(node.parent.expression.getText())
  )
}

/** `needsAgreement`, `needs_agreement` and `needs-agreement` are the words `needs agreement`. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-zæøå0-9]+/)
    .filter((word) => word !== '')
}
