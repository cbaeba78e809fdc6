import { type Database, readDatabase, type Transaction } from "./connect.ts";

/**
 * A reading that a transaction that only reads asks once for each key: several parts of a page need the terms of the
 * year, and nothing changes them meanwhile. Elsewhere it is asked each time, because an action may just have written.
 */
export function onceInReading<Key, Value>(
  read: (tx: Transaction, key: Key) => Promise<Value>,
): (tx: Transaction, key: Key) => Promise<Value> {
  const known = new WeakMap<Transaction, Map<Key, Promise<Value>>>();
  return async (tx, key) => {
    if (readDatabase(tx) === undefined) return read(tx, key);
    const answers = known.get(tx) ?? new Map<Key, Promise<Value>>();
    known.set(tx, answers);
    const answer = answers.get(key) ?? read(tx, key);
    answers.set(key, answer);
    return answer;
  };
}

/**
 * A reading of what never changes once it is there. The process keeps what was found, for each database. What a
 * transaction that writes reads is not kept, because it may be its own and may be rolled back.
 */
export function keptOnceFound<Key, Value>(
  read: (tx: Transaction, key: Key) => Promise<Value | null>,
): (tx: Transaction, key: Key) => Promise<Value | null> {
  const readOnce = onceInReading(read);
  const kept = new WeakMap<Database, Map<Key, Value>>();
  return async (tx, key) => {
    const database = readDatabase(tx);
    if (database === undefined) return read(tx, key);
    const known = kept.get(database) ?? new Map<Key, Value>();
    kept.set(database, known);
    const value = known.get(key) ?? (await readOnce(tx, key));
    if (value !== null) known.set(key, value);
    return value;
  };
}
