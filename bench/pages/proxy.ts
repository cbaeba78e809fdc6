import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { once } from "node:events";

/** A statement as the server sent it. */
export interface Statement {
  readonly role: "desk" | "portal";
  readonly text: string;
  readonly values: readonly Value[];
  /** Sent as a text alone, such as BEGIN, and planned anew each time. */
  readonly isSimple: boolean;
}

/** A parameter's text, or its bytes. */
export type Value = string | { readonly base64: string } | null;

/** What went to the database since the recording began. */
export interface Recorded {
  readonly statements: readonly Statement[];
  /** The points at which nothing more could be sent before an answer arrived, without the end of the last transaction. */
  readonly waits: number;
}

export interface RecordingProxy {
  /** The same address by way of the proxy. */
  through(url: string): string;
  begin(): void;
  end(): Recorded;
  close(): Promise<void>;
}

/** Stands between the server and PostgreSQL, passes everything on, and reads along. */
export async function openRecordingProxy(target: string): Promise<RecordingProxy> {
  const { hostname, port } = new URL(target);
  const recording = createRecording();
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = connect(Number(port), hostname);
    const reader = recording.connection();
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => sockets.delete(socket));
    }
    client.on("data", (bytes: Buffer) => reader.asked(bytes));
    server.on("data", (bytes: Buffer) => reader.answered(bytes));
    client.pipe(server).pipe(client);
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  return {
    through: (url) => {
      const changed = new URL(url);
      changed.port = String((proxy.address() as AddressInfo).port);
      return changed.href;
    },
    begin: recording.begin,
    end: recording.end,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, "close");
    },
  };
}

interface Sent extends Statement {
  readonly place: number;
}

/** Everything that is asked of and answered by the database on all connections, while it is recorded. */
function createRecording() {
  let sent: Sent[] = [];
  let isOn = false;
  let answered = 0;
  let recording = 0;
  return {
    begin: () => {
      recording += 1;
      [sent, isOn, answered] = [[], true, 0];
    },
    end: (): Recorded => {
      isOn = false;
      const places = sent.map(({ place }) => place);
      // Nobody waits for the end of the last transaction.
      return { statements: sent, waits: Math.max(0, ...places.slice(0, -1)) };
    },
    connection: () => {
      let role: Statement["role"] = "desk";
      const texts = new Map<string, string>();
      const asking: { readonly recording: number; readonly place: number }[] = [];
      let bound: Omit<Statement, "role"> | null = null;
      const note = (statement: Omit<Statement, "role">) => {
        if (isOn && !statement.text.includes("graphile_worker")) sent.push({ ...statement, role, place: answered + 1 });
      };
      const frontend = messages({ hasGreeting: true }, (type, body) => {
        if (type === "") role = body.includes("_portal\0") ? "portal" : "desk";
        else if (type === "P") texts.set(...nameAndText(body));
        else if (type === "B") bound = { ...readBind(body, texts), isSimple: false };
        else if (type === "Q") bound = { text: untilZero(body, 0), values: [], isSimple: true };
        if (type !== "S" && type !== "Q") return;
        if (bound !== null) note(bound);
        bound = null;
        asking.push({ recording, place: answered + 1 });
      });
      const backend = messages({ hasGreeting: false }, (type) => {
        const first = type === "Z" ? asking.shift() : undefined;
        // The end of an earlier page's transaction may be answered now.
        if (first?.recording === recording) answered = Math.max(answered, first.place);
      });
      return { asked: frontend, answered: backend };
    },
  };
}

type Hear = (type: string, body: Buffer) => void;

/** Cuts a stream of bytes into messages of the protocol: a letter, a length, a body. The greeting has no letter. */
function messages({ hasGreeting }: { readonly hasGreeting: boolean }, hear: Hear): (bytes: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let isGreeting = hasGreeting;
  return (bytes) => {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    for (;;) {
      const start = isGreeting ? 0 : 1;
      if (rest.length < start + 4) return;
      const length = start + rest.readUInt32BE(start);
      if (rest.length < length) return;
      hear(isGreeting ? "" : String.fromCharCode(rest[0] ?? 0), rest.subarray(start + 4, length));
      rest = rest.subarray(length);
      isGreeting = false;
    }
  };
}

function untilZero(body: Buffer, from: number): string {
  return body.toString("utf8", from, body.indexOf(0, from));
}

function nameAndText(body: Buffer): [string, string] {
  return [untilZero(body, 0), untilZero(body, body.indexOf(0) + 1)];
}

function readBind(body: Buffer, texts: ReadonlyMap<string, string>): { text: string; values: Value[] } {
  const name = body.indexOf(0) + 1;
  let at = body.indexOf(0, name) + 1;
  const take = (size: 2 | 4) => {
    const number = size === 2 ? body.readInt16BE(at) : body.readInt32BE(at);
    at += size;
    return number;
  };
  const formats = Array.from({ length: take(2) }, () => take(2));
  const values = Array.from({ length: take(2) }, (_, place): Value => {
    const length = take(4);
    if (length < 0) return null;
    const bytes = body.subarray(at, at + length);
    at += length;
    const isBinary = (formats.length === 1 ? formats[0] : formats[place]) === 1;
    return isBinary ? { base64: bytes.toString("base64") } : bytes.toString("utf8");
  });
  return { text: texts.get(untilZero(body, name)) ?? "", values };
}
