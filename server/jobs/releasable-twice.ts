import type pg from "pg";

type Connect = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  release: (problem?: unknown) => void,
) => void;

/**
 * A pool to which a connection can be given back twice. The queue's listener does so when it is stopped and cut off
 * before it could begin to listen, and nobody catches the refusal of the second time: the process would end.
 */
export function releasableTwice(pool: pg.Pool): pg.Pool {
  const connect = pool.connect.bind(pool);
  pool.connect = ((answer?: Connect) => {
    if (answer === undefined) return connect();
    return connect((error, client, release) => {
      if (client === undefined) return answer(error, client, release);
      let isReleased = false;
      answer(error, client, (problem) => {
        if (isReleased) return;
        isReleased = true;
        release(problem);
      });
    });
  }) as typeof pool.connect;
  return pool;
}
