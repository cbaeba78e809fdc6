import type { Node, ObjectExpression } from "oxc-parser";
import { type Edit, keyOf, replace, type Source, stringOf, textOf, unwrapped } from "./syntax.ts";

/** Each entry of a table of rules, added and removed: roles, transitions of lifecycles, and needs of deeds. */
export function violationsOfTables(source: Source): Edit[] {
  return source.places.flatMap(({ node }): Edit[] => {
    if (node.type !== "VariableDeclarator" || node.init === null || node.id.type !== "Identifier") return [];
    const table = unwrapped(node.init);
    if (table.type !== "ObjectExpression") return [];
    if (node.id.name === "roles") return violationsOfRoles(source, table);
    if (node.id.name === "needs") return violationsOfNeeds(source, table);
    const type = node.id.typeAnnotation ? textOf(source, node.id.typeAnnotation.typeAnnotation) : "";
    return type.startsWith("Lifecycle<") ? violationsOfLifecycle(source, table) : [];
  });
}

/** `"ticket.read": ["seated"]`: removes every role it has, and adds every role it lacks. */
function violationsOfRoles(source: Source, table: ObjectExpression): Edit[] {
  const rows = table.properties.flatMap((property) => {
    const list = property.type === "Property" ? unwrapped(property.value) : null;
    return list?.type === "ArrayExpression" ? [{ name: keyOf(property), list, roles: stringsIn(source, list) }] : [];
  });
  const all = new Set(rows.flatMap(({ roles }) => roles));
  return rows.flatMap(({ name, list, roles }) => toggled(list, textOf(source, list), roles, [...all], name ?? ""));
}

/** `"ticket.reply": requireOpen`: drops the need of a deed, and lets a deed without one need an open ticket. */
function violationsOfNeeds(source: Source, table: ObjectExpression): Edit[] {
  return table.properties.flatMap((property) => {
    if (property.type !== "Property") return [];
    const need = textOf(source, property.value);
    const instead = need === "nothing" ? "requireOpen" : "nothing";
    return [replace(property.value, instead, `${keyOf(property)} needs ${instead} and not ${need}`)];
  });
}

/**
 * `{ action: "sign", from: ["offered"], to: "signed" }`: adds every other state to `from`, and removes each of its own.
 */
function violationsOfLifecycle(source: Source, table: ObjectExpression): Edit[] {
  const states = stringsIn(source, propertyOf(table, "states"));
  const transitions = propertyOf(table, "transitions");
  if (transitions?.type !== "ArrayExpression") return [];
  return transitions.elements.flatMap((element): Edit[] => {
    const way = wayOf(element);
    if (way === null) return [];
    const name = `${stringOf(way.action)} to ${way.to === null ? "itself" : stringOf(way.to)}`;
    return toggled(way.from, textOf(source, way.from), stringsIn(source, way.from), states, name);
  });
}

interface Way {
  readonly action: Node;
  readonly from: Node;
  readonly to: Node | null;
}

/** One written transition: an object, or `...staying("link", ["draft"])`. */
function wayOf(element: Node | null): Way | null {
  if (element?.type === "ObjectExpression") {
    const [action, from, to] = ["action", "from", "to"].map((name) => propertyOf(element, name));
    return action && from && to ? { action, from, to } : null;
  }
  if (element?.type !== "SpreadElement" || element.argument.type !== "CallExpression") return null;
  const [action, from] = element.argument.arguments;
  return action === undefined || from === undefined ? null : { action, from, to: null };
}

function propertyOf({ properties }: ObjectExpression, name: string): Node | null {
  const found = properties.find((property) => keyOf(property) === name);
  return found?.type === "Property" ? found.value : null;
}

function toggled(at: Node, text: string, present: readonly string[], all: readonly string[], name: string): Edit[] {
  return all.map((one) =>
    present.includes(one)
      ? replace(
          at,
          `(${text} as readonly string[]).filter((each) => each !== "${one}") as never`,
          `${name}: no longer ${one}`,
        )
      : replace(at, `[...${text}, "${one}"] as never`, `${name}: also ${one}`),
  );
}

/** The strings of a written list, through the names of other lists in the same file. */
function stringsIn(source: Source, list: Node | null): string[] {
  if (list === null) return [];
  const node = unwrapped(list);
  if (node.type === "ArrayExpression")
    return node.elements.flatMap((element) =>
      element?.type === "SpreadElement" ? stringsIn(source, element.argument) : (stringOf(element) ?? []),
    );
  if (node.type === "Identifier") return stringsIn(source, declared(source, node.name));
  const without = /^(\w+)\.filter\(\((\w+)\) => \2 !== "([^"]+)"\)$/.exec(textOf(source, node));
  if (without === null) throw new Error(`${source.path}: no list that can be read: ${textOf(source, node)}`);
  return stringsIn(source, declared(source, without[1] ?? "")).filter((each) => each !== without[3]);
}

function declared({ path, places }: Source, name: string): Node {
  for (const { node } of places) {
    if (node.type === "VariableDeclarator" && node.id.type === "Identifier" && node.id.name === name && node.init)
      return node.init;
  }
  throw new Error(`${path}: ${name} is not declared here`);
}
