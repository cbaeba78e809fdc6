import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Route } from "../../server/http/route.ts";
import type { FullOrganisation } from "./full-organisation.ts";

export const nameOf = (route: Route): string => `${route.method} ${route.path}`;
export const isApi = (route: Route): boolean => route.path.startsWith("/api/");
export const isStream = (answer: Response): boolean =>
  answer.headers.get("content-type")?.startsWith("text/event-stream") === true;
export const hasParameters = (route: Route): boolean => route.path.includes("/:");

/** The address of a route for an organisation's own things; null if it names none of them. */
export function addressOf(route: Route, of: FullOrganisation): string | null {
  const segments = route.path.split("/");
  const filled = segments.map((segment, index) =>
    segment.startsWith(":") ? valueOf(segment.slice(1), segments[index - 1] ?? "", of) : segment,
  );
  return filled.includes(null) ? null : filled.join("/");
}

function valueOf(name: string, before: string, of: FullOrganisation): string | null {
  const byName: Readonly<Record<string, string>> = {
    reference: of.reference,
    number: of.invoiceNumber,
    month: of.month,
    year: of.month.slice(0, 4),
    organisationId: of.id,
  };
  const byFolder: Readonly<Record<string, string>> = {
    attachments: of.attachmentId,
    authorisations: of.authorisationId,
    time: of.timeEntryId,
    articles: of.articleId,
    // There is no such job. People without the permission are refused all the same.
    jobs: "1",
    organisations: of.id,
    contract: of.contractId,
    contracts: of.contractId,
    addenda: of.more.addenda,
    visits: of.more.visits,
    expenses: of.more.expenses,
    corrections: of.more.corrections,
    mails: of.mailId,
    staff: of.colleague,
  };
  return byName[name] ?? byFolder[before] ?? null;
}

/** A route's address with one text for every parameter. */
export function oddAddressOf(route: Route, text: string): string {
  return route.path.replaceAll(/:\w+/g, text);
}

type Json = { readonly [key: string]: unknown };
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const inputOf = (route: Route): Json => z.toJSONSchema(route.input, { io: "input", unrepresentable: "any" });

/** The optional fields of a route's schema. */
export function optionalFieldsOf(route: Route): string[] {
  const { properties, required } = inputOf(route);
  const needed = Array.isArray(required) ? (required as readonly string[]) : [];
  return isObject(properties) ? Object.keys(properties).filter((name) => !needed.includes(name)) : [];
}

/** Fields that a route's schema accepts, or null if the schema alone does not tell enough. */
export function fieldsFor(route: Route): Record<string, unknown> | null {
  const schema = inputOf(route);
  const properties = isObject(schema["properties"]) ? schema["properties"] : {};
  const required = Array.isArray(schema["required"]) ? (schema["required"] as readonly string[]) : [];
  const fields = Object.fromEntries(required.map((name) => [name, sampleOf(properties[name])]));
  return route.input.safeParse(fields).success ? fields : null;
}

const samples = [
  "Voorbeeld",
  "1",
  "15",
  "2026-11-02",
  "09:00",
  "2026-11",
  "iemand@voorbeeld.example",
  "12345678",
  "/",
  "abc",
];

function sampleOf(schema: unknown): unknown {
  if (!isObject(schema)) return "Voorbeeld";
  if ("const" in schema) return schema["const"];
  if (Array.isArray(schema["enum"])) return schema["enum"][0];
  if (Array.isArray(schema["anyOf"])) return sampleOf(schema["anyOf"][0]);
  if (schema["type"] === "array") return [sampleOf(schema["items"])];
  if (schema["type"] === "boolean") return true;
  if (schema["type"] === "integer" || schema["type"] === "number") return schema["minimum"] ?? 1;
  if (schema["format"] === "uuid") return randomUUID();
  const pattern = new RegExp(typeof schema["pattern"] === "string" ? schema["pattern"] : "");
  return (
    samples.find((sample) => pattern.test(sample) && sample.length >= Number(schema["minLength"] ?? 0)) ?? "Voorbeeld"
  );
}

/** Fields in the form of a form; a list's name ends in []. */
export function formOf(fields: Readonly<Record<string, unknown>>): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    if (Array.isArray(value)) for (const element of value) form.append(`${name}[]`, String(element));
    else form.append(name, String(value));
  return form;
}

/** The open or unlimited parts of a schema, by place (R09). */
export function looseEndsOf(schema: unknown, at = "input"): string[] {
  if (!isObject(schema)) return [];
  const inner = [
    ...Object.entries(isObject(schema["properties"]) ? schema["properties"] : {}).map(
      ([name, part]) => [`${at}.${name}`, part] as const,
    ),
    ...["anyOf", "oneOf", "allOf"]
      .flatMap((name) => (Array.isArray(schema[name]) ? (schema[name] as unknown[]) : []))
      .map((part) => [at, part] as const),
    [`${at}[]`, schema["items"]] as const,
  ].flatMap(([where, part]) => looseEndsOf(part, where));
  return [...own(schema).map((what) => `${at} ${what}`), ...inner];
}

function own(schema: Json): string[] {
  const { type, additionalProperties, maxItems, maxLength, format, pattern } = schema as Record<string, unknown>;
  if (type === "object") return additionalProperties === false ? [] : ["is open"];
  if (type === "array") return maxItems === undefined ? ["has no most items"] : [];
  if (type !== "string" || "const" in schema || "enum" in schema || maxLength !== undefined || format === "uuid")
    return [];
  return typeof pattern === "string" && /^\^.*\$$/.test(pattern) && !/[*+]|\{\d+,\}/.test(pattern)
    ? []
    : ["has no most length"];
}

const inside =
  /node_modules|\bat \S+ \(|\.tsx?:\d|relation "|kwartier_(?:portal|desk|owner)|syntax error|ECONN|postgres(?:ql)?:\/\/|violates/;

/** The problems that no answer may have (R23, R39). */
export function troubleWith(answer: Response, text: string): string[] {
  const header = (name: string) => answer.headers.get(name) ?? "";
  return [
    ...(answer.status >= 500 ? [`failed with ${answer.status}`] : []),
    ...(header("content-security-policy").includes("default-src 'none'") ? [] : ["has no content security policy"]),
    ...(/unsafe-|\*/.test(header("content-security-policy")) ? ["has a loose content security policy"] : []),
    ...(header("x-content-type-options") === "nosniff" ? [] : ["may be sniffed"]),
    ...(header("cache-control").includes("no-store") ? [] : ["may be kept by caches"]),
    ...(/^[0-9a-f-]{36}$/.test(header("x-request-id")) ? [] : ["has no request id"]),
    ...(header("referrer-policy") === "same-origin" ? [] : ["tells other sites where people were"]),
    ...(header("x-powered-by") === "" && header("server") === "" ? [] : ["says what it runs on"]),
    ...(inside.test(text) ? ["tells what is inside"] : []),
    ...(/\sstyle="/.test(text) ? ["has an inline style"] : []),
  ];
}

/** The text fields of a query, as JSON. */
export function jsonOf(query: string): string {
  return JSON.stringify(Object.fromEntries(new URLSearchParams(query)));
}

/** Null for an answer with one of the wanted statuses, otherwise its problem. */
export function unless(wanted: readonly number[], { status }: Response): string | null {
  return wanted.includes(status) ? null : `answered ${status}, not ${wanted.join(" or ")}`;
}

/** One request of the sweep. */
export interface Sent {
  path: string;
  cookie?: string | undefined;
  headers?: Record<string, string>;
  body?: string | URLSearchParams;
}
