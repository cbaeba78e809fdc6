import { type Compilable, type CompiledQuery, Kysely, type QueryResult, type RawBuilder } from "kysely";
import { ColumnDialect } from "./column-names.ts";
import type { Transaction } from "./connect.ts";
import type { Tables } from "./tables.ts";

/** Where statements that are written once begin. It has no connection. */
export type Statements = Kysely<Tables>;

const statements: Statements = new Kysely<Tables>({
  dialect: new ColumnDialect({ pool: () => Promise.reject(new Error("a statement is compiled, not run")) }),
});

/** A statement of Kysely's, or one written in SQL. */
type Statement<Row> = Compilable<Row> | RawBuilder<Row>;

/** A parameter, and which of its parts, by name. */
interface Place {
  readonly parameter: number;
  readonly part: readonly string[];
}

const places = new WeakMap<object, Place>();

/** Stands for a parameter or one of its parts while a statement is built. Its value is known only when that runs. */
function standIn(place: Place): object {
  const stand = new Proxy(
    {},
    {
      get: (_, name) => {
        if (name === Symbol.toPrimitive)
          throw new Error("a statement that is compiled once asks a parameter for its value");
        if (typeof name === "symbol" || name === "toOperationNode") return undefined;
        return standIn({ ...place, part: [...place.part, name] });
      },
    },
  );
  places.set(stand, place);
  return stand;
}

function valueAt(parameter: unknown, parameters: readonly unknown[]): unknown {
  const place = typeof parameter === "object" && parameter !== null ? places.get(parameter) : undefined;
  return place === undefined ? parameter : place.part.reduce(partOf, parameters[place.parameter]);
}

function partOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) throw new Error(`a parameter has no part ${name}`);
  return Reflect.get(value, name);
}

/**
 * A statement that is built and compiled once, and then runs with its parameters: building it costs the process more
 * than sending it. It takes each parameter, or a part of one, as it is: it can neither decide by it nor work anything
 * out from it.
 */
export function compiled<Row, Parameters extends readonly unknown[]>(
  build: (from: Statements, ...parameters: Parameters) => Statement<Row>,
): (tx: Transaction, ...parameters: Parameters) => Promise<Row[]> {
  let made: CompiledQuery<Row> | undefined;
  return async (tx, ...parameters) => {
    made ??= build(statements, ...standInsFor(parameters)).compile(statements);
    const values = made.parameters.map((parameter) => valueAt(parameter, parameters));
    const { rows }: QueryResult<Row> = await tx.executeQuery({ ...made, parameters: values });
    return rows;
  };
}

function standInsFor<Parameters extends readonly unknown[]>(parameters: Parameters): Parameters {
  return parameters.map((_, parameter) => standIn({ parameter, part: [] })) as unknown as Parameters;
}

/** The same for a statement that answers one row at most. */
export function compiledOne<Row, Parameters extends readonly unknown[]>(
  build: (from: Statements, ...parameters: Parameters) => Statement<Row>,
): (tx: Transaction, ...parameters: Parameters) => Promise<Row | undefined> {
  const run = compiled(build);
  return async (tx, ...parameters) => (await run(tx, ...parameters))[0];
}
