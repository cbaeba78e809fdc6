import { isReading, type Transaction } from "./connect.ts";

/**
 * A reading that a transaction that only reads asks once for each key: several parts of a page need the terms of the
 * year, and nothing changes them meanwhile. Elsewhere it is asked each time, because an action may just have written.
 */
export function onceInReading<Key, Value>(
  read: (tx: Transaction, key: Key) => Promise<Value>,
): (tx: Transaction, key: Key) => Promise<Value> {
  const known = new WeakMap<Transaction, Map<Key, Promise<Value>>>();
  return async (tx, key) => {
    if (!isReading(tx)) return read(tx, key);
    const answers = known.get(tx) ?? new Map<Key, Promise<Value>>();
    known.set(tx, answers);
    const answer = answers.get(key) ?? read(tx, key);
    answers.set(key, answer);
    return answer;
  };
}
