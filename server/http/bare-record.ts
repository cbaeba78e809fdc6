/** An empty record without a prototype: whatever name a request gives, it finds nothing but what was put in (R09). */
export function bareRecord<Value>(): Record<string, Value> {
  return Object.create(null) as Record<string, Value>;
}
