import { Visitor } from "oxc-parser";
import { ruleOfEachFile, type Rule } from "./rule.ts";
import type { SourceFile } from "./source-file.ts";

const isMessages = (path: string) => path.endsWith(".messages.ts");

export const wordsAreMessages: Rule = ruleOfEachFile(
  "words on a page come from messages",
  "Every page exists in Dutch and in English; a word between tags exists in one of them only. Our own name is the same in both.",
  (file) => {
    if (file.isTest) return [];
    const found: string[] = [];
    new Visitor({
      JSXText(node) {
        if (/\p{L}{2}/u.test(node.value.replace("Kwartier", "")))
          found.push(`has the words "${node.value.trim()}" between its tags`);
      },
    }).visit(file.program);
    return found;
  },
);

/** Looks at all files together: a message is used if its key is a property or a string outside the messages. */
export const messagesAreUsed: Rule = {
  name: "every message is used",
  why: "The dead-code check does not look into objects; a text that nothing shows is translated and kept for nobody.",
  check(files) {
    const used = new Set(files.filter(({ path }) => !isMessages(path)).flatMap((file) => [...namesIn(file)]));
    return files
      .filter(({ path }) => isMessages(path))
      .flatMap((file) => {
        const unused = [...keysOf(file)].filter((key) => !used.has(key));
        return unused.map((key) => `${file.path}: nothing shows the message "${key}"`);
      });
  },
};

function namesIn(file: SourceFile): Set<string> {
  const names = new Set<string>();
  new Visitor({
    MemberExpression(node) {
      if (node.property.type === "Identifier") names.add(node.property.name);
    },
    Property(node) {
      if (node.key.type === "Identifier") names.add(node.key.name);
    },
    Literal(node) {
      if (typeof node.value === "string") names.add(node.value);
    },
    TemplateElement(node) {
      names.add(node.value.raw);
    },
  }).visit(file.program);
  return names;
}

/** The keys one level below `nl`. */
function keysOf(file: SourceFile): Set<string> {
  const keys = new Set<string>();
  new Visitor({
    Property(node) {
      if (node.key.type !== "Identifier" || node.key.name !== "nl" || node.value.type !== "ObjectExpression") return;
      for (const property of node.value.properties) {
        if (property.type !== "Property") continue;
        if (property.key.type === "Identifier") keys.add(property.key.name);
        if (property.key.type === "Literal") keys.add(String(property.key.value));
      }
    },
  }).visit(file.program);
  return keys;
}

const formatters = new Set(["core/values/format.ts", "core/calendar/format-time.ts"]);
const formatting = new Set(["NumberFormat", "DateTimeFormat", "ListFormat", "RelativeTimeFormat", "DurationFormat"]);
const writesItself = new Set(["toLocaleString", "toLocaleDateString", "toLocaleTimeString"]);

/** The browser cannot import core's code, and its figures are on no invoice. */
const isElsewhere = ({ path, isTest }: SourceFile) =>
  isTest || formatters.has(path) || path.startsWith("client/") || path.includes("/testing/");

export const figuresHaveOneHome: Rule = ruleOfEachFile(
  "amounts, dates and lists are written in one place",
  "A page, a mail, a PDF and an explanation show the same amount and the same day; written by two formatters they differ in a space, and then in more.",
  (file) => {
    if (isElsewhere(file)) return [];
    const found: string[] = [];
    new Visitor({
      MemberExpression({ object, property }) {
        if (property.type !== "Identifier") return;
        const isIntl = object.type === "Identifier" && object.name === "Intl" && formatting.has(property.name);
        if (isIntl || writesItself.has(property.name)) found.push(`formats by itself with ${property.name}`);
      },
    }).visit(file.program);
    return found;
  },
);
