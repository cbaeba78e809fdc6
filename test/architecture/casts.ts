import { Visitor, type TSAsExpression, type TSTypeAssertion } from "oxc-parser";
import type { Rule } from "./rule.ts";
import type { SourceFile } from "./source-file.ts";

/**
 * The limit of casts in 1000 lines. Every `as` and `<Type>` of the product counts, except `as const`, renamed imports,
 * tests, and the generated types of the database. A stylesheet has no lines of code.
 */
const limitPerThousandLines = 1;

const isCounted = ({ path, isTest }: SourceFile) =>
  !isTest && !path.endsWith(".css") && !path.includes("/testing/") && !/^server\/db\/tables(?:-\w+)?\.ts$/.test(path);

export const castsAreFew: Rule = {
  name: `fewer than ${limitPerThousandLines} cast in 1000 lines`,
  why: "A cast tells the compiler what it could have proved: where it is wrong, nobody hears of it until the row, the id or the payload is another.",
  check(files) {
    const counted = files.filter(isCounted);
    const lines = counted.reduce((sum, { text }) => sum + text.trimEnd().split("\n").length, 0);
    const casts = counted.flatMap(castsIn);
    return casts.length * 1000 < limitPerThousandLines * lines ? [] : casts;
  },
};

function castsIn(file: SourceFile): string[] {
  const found: string[] = [];
  const add = ({ start, end, typeAnnotation }: TSAsExpression | TSTypeAssertion) => {
    const type = typeAnnotation.type === "TSTypeReference" ? typeAnnotation.typeName : null;
    if (type?.type === "Identifier" && type.name === "const") return;
    found.push(`${file.path}: casts ${file.text.slice(start, end)}`);
  };
  new Visitor({ TSAsExpression: add, TSTypeAssertion: add }).visit(file.program);
  return found;
}
