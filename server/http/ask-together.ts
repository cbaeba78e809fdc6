import { setImmediate as nextTurn } from "node:timers/promises";

/**
 * Answers a function that asks for one thing. Everything asked for in one turn of the event loop, or during an earlier
 * question, is asked for together, each thing once. Nothing joins a question that is under way, because its answer may
 * be older than the reason to ask.
 */
export function askTogether<Key, Value>(
  askAll: (keys: readonly Key[]) => Promise<readonly Value[]>,
): (key: Key) => Promise<Value> {
  type Asked = Map<Key, PromiseWithResolvers<Value>>;
  let gathering: Asked | undefined;
  let last = Promise.resolve();
  const ask = async (asked: Asked): Promise<void> => {
    await nextTurn();
    gathering = undefined;
    try {
      const answers = await askAll([...asked.keys()]);
      for (const [index, { resolve }] of [...asked.values()].entries()) resolve(answers[index] as Value);
    } catch (error) {
      for (const { reject } of asked.values()) reject(error);
    }
  };
  const gather = (): Asked => {
    const asked: Asked = new Map();
    last = last.then(async () => ask(asked));
    return asked;
  };
  return async (key) => {
    gathering ??= gather();
    const known = gathering.get(key) ?? Promise.withResolvers<Value>();
    gathering.set(key, known);
    return known.promise;
  };
}
