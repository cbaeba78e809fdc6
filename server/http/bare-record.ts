/** An empty record without a prototype. A name from a request finds only the record's own entries (R09). */
export function bareRecord<Value>(): Record<string, Value> {
  return Object.create(null) as Record<string, Value>;
}
