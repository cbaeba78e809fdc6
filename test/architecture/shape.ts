import { Visitor, type ExportNamedDeclaration } from "oxc-parser";
import { ruleOfEachFile, type Rule } from "./rule.ts";
import type { SourceFile } from "./source-file.ts";

const mostLines = 300;

export const filesStaySmall: Rule = ruleOfEachFile(
  `no file of more than ${mostLines} lines`,
  "A file is one idea that one reads in one go; beyond this it has become two.",
  ({ text }) => {
    const lines = text.trimEnd().split("\n").length;
    return lines > mostLines ? [`has ${lines} lines`] : [];
  },
);

const widestComment = 120;

export const commentsFit: Rule = ruleOfEachFile(
  `no comment beyond column ${widestComment}`,
  "Prose is read beside the code, without scrolling; the formatter breaks code and leaves prose alone.",
  ({ text, comments }) =>
    comments.flatMap(({ start, end }) => {
      const first = text.lastIndexOf("\n", start) + 1;
      const lines = text.slice(first, end).split("\n");
      const before = text.slice(0, start).split("\n").length;
      return lines.flatMap((line, index) =>
        line.length > widestComment ? [`is wider in line ${before + index}`] : [],
      );
    }),
);

export const coreIsDocumented: Rule = ruleOfEachFile(
  "every exported function of core has a docstring",
  "What a rule of the contract does, in which units, and what it refuses must be readable where it is called, without reading it.",
  (file) => {
    if (!file.path.startsWith("core/") || file.isTest) return [];
    const missing: string[] = [];
    new Visitor({
      ExportNamedDeclaration(node) {
        const name = exportedFunction(node);
        if (name !== undefined && !hasDocstring(file, node.start)) missing.push(`${name} has no docstring`);
      },
    }).visit(file.program);
    return missing;
  },
);

function exportedFunction({ declaration }: ExportNamedDeclaration): string | undefined {
  if (declaration?.type === "FunctionDeclaration") return declaration.id?.name;
  if (declaration?.type !== "VariableDeclaration") return undefined;
  const [first] = declaration.declarations;
  const isFunction = first?.init?.type === "ArrowFunctionExpression" || first?.init?.type === "FunctionExpression";
  return isFunction && first.id.type === "Identifier" ? first.id.name : undefined;
}

function hasDocstring(file: SourceFile, start: number): boolean {
  return file.comments.some(
    (comment) =>
      comment.type === "Block" &&
      comment.value.startsWith("*") &&
      comment.end <= start &&
      /^\s*$/.test(file.text.slice(comment.end, start)),
  );
}

export const nothingIsHandedOn: Rule = ruleOfEachFile(
  "no file hands on what another one exports",
  "What is imported through a second address has two homes: a reader looks in the wrong one, and nobody sees who uses it.",
  ({ program }) => {
    const imported = new Set<string>();
    const found: string[] = [];
    new Visitor({
      ImportDeclaration({ specifiers }) {
        for (const { local } of specifiers) imported.add(local.name);
      },
      ExportAllDeclaration({ source }) {
        found.push(`hands on all of ${source.value}`);
      },
      ExportNamedDeclaration({ source, specifiers }) {
        for (const { local } of specifiers) {
          if (local.type !== "Identifier") continue;
          if (source !== null || imported.has(local.name)) found.push(`hands on ${local.name}`);
        }
      },
    }).visit(program);
    return found;
  },
);

export const noInlineStyle: Rule = ruleOfEachFile(
  "no style attribute",
  "The content security policy of every page refuses inline styles (R07, R23): the attribute would do nothing, and only in production.",
  (file) => {
    const found: string[] = [];
    new Visitor({
      JSXAttribute(node) {
        if (node.name.name === "style") found.push(`has a style attribute at ${node.start}`);
      },
    }).visit(file.program);
    return found;
  },
);

const rawHtml = new Set(["server/ui/prose.tsx"]);

export const oneDoorForHtml: Rule = ruleOfEachFile(
  "HTML as text enters a page in one place",
  "Preact escapes everything but dangerouslySetInnerHTML (R07); what passes there is made by our own markdown, and a reviewer must know where to look.",
  (file) => {
    const found: string[] = [];
    new Visitor({
      JSXAttribute(node) {
        if (node.name.name === "dangerouslySetInnerHTML") found.push("uses dangerouslySetInnerHTML");
      },
    }).visit(file.program);
    return rawHtml.has(file.path) || file.isTest ? [] : found;
  },
);

const queries = new Set(["selectFrom", "insertInto", "updateTable", "deleteFrom"]);

/** Portal, desk and api stand above the nouns, so none of their files query tables. */
const isPage = (path: string) => path.endsWith(".tsx") || /^server\/(?:portal|desk|api)\//.test(path);

export const pagesAskForAbilities: Rule = ruleOfEachFile(
  "pages ask for abilities",
  "A page that asks the table of roles itself forgets the state of the thing: it offers what the action refuses, or hides what it accepts.",
  (file) => {
    if (!isPage(file.path) || file.isTest) return [];
    const asksRoles = file.imports.some(({ target }) => target === "core/access/can.ts");
    const found = asksRoles ? ["asks can: take the thing's abilities"] : [];
    new Visitor({
      BinaryExpression({ left, right }) {
        for (const side of [left, right])
          if (side.type === "MemberExpression" && asksWho(side.property))
            found.push("compares who somebody is: take the thing's abilities");
      },
    }).visit(file.program);
    return found;
  },
);

/** The parts of an actor that the table of roles reads. */
function asksWho(property: { readonly type: string; readonly name?: unknown }): boolean {
  return property.type === "Identifier" && (property.name === "seat" || property.name === "isSignatory");
}

export const pagesAskNoTables: Rule = ruleOfEachFile(
  "pages ask no tables",
  "A page that queries passes the noun's own reading by: its index, its limit and its permission are then forgotten in one of two places.",
  (file) => {
    if (!isPage(file.path) || file.isTest) return [];
    const found: string[] = [];
    new Visitor({
      MemberExpression(node) {
        if (node.property.type === "Identifier" && queries.has(node.property.name))
          found.push(`calls ${node.property.name}`);
      },
      TaggedTemplateExpression(node) {
        if (node.tag.type === "Identifier" && node.tag.name === "sql") found.push("writes SQL");
      },
    }).visit(file.program);
    return found;
  },
);
