import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import PostalMime from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

type Phase = "mail" | "receiver" | "message";

/** The behaviour of a mail server. */
export type Behaviour =
  | { readonly kind: "well" }
  /** Refuses at a phase; with `to` only one receiver. */
  | { readonly kind: "says"; readonly at: Phase; readonly code: number; readonly words: string; readonly to?: string }
  /** Takes the message and then stays silent. */
  | { readonly kind: "hangs" }
  /** Hangs up in the middle of a message. */
  | { readonly kind: "drops" }
  /** Takes connections and says nothing at all. */
  | { readonly kind: "is-silent" }
  /** Greets with this line and hangs up. */
  | { readonly kind: "greets"; readonly line: string }
  /** Asks for a name and a password, and accepts none. */
  | { readonly kind: "wants-sign-in" }
  /** Nobody listens. */
  | { readonly kind: "is-down" };

export interface TakenMail {
  readonly to: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  /** The names of the attachments. */
  readonly files: readonly string[];
}

/** A real SMTP server on loopback with chosen failures. It keeps the mails that it accepted with 250. */
export interface FailingMailServer {
  readonly url: string;
  readonly taken: readonly TakenMail[];
  /** The number of connections so far. */
  readonly connections: () => number;
  behave(behaviour: Behaviour): Promise<void>;
  close(): Promise<void>;
}

interface Options {
  readonly behaviour?: Behaviour;
  /** Runs after a message arrived, before its answer. */
  readonly beforeAnswer?: (mail: TakenMail) => Promise<void>;
}

export async function startFailingMailServer(options: Options = {}): Promise<FailingMailServer> {
  let behaviour: Behaviour = { kind: "well" };
  let running: Running | null = null;
  let port = 0;
  let connections = 0;
  const taken: TakenMail[] = [];
  const refusal = (at: Phase, to?: string): Error | null =>
    behaviour.kind === "says" && behaviour.at === at && (behaviour.to === undefined || behaviour.to === to)
      ? Object.assign(new Error(behaviour.words), { responseCode: behaviour.code })
      : null;

  const settings: SMTPServerOptions = {
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onAuth: (_auth, _session, done) =>
      done(Object.assign(new Error("authentication credentials invalid"), { responseCode: 535 })),
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
    onMailFrom: (_address, _session, done) => done(refusal("mail")),
    onRcptTo: ({ address }, _session, done) => done(refusal("receiver", address)),
    onData: (stream, session, done) => {
      void (async () => {
        if (behaviour.kind === "drops") {
          running?.dropAll();
          return;
        }
        const parsed = await PostalMime.parse(await buffer(stream));
        const to = session.envelope.rcptTo[0]?.address ?? "";
        const { messageId = "", subject = "", text = "" } = parsed;
        const files = parsed.attachments.map(({ filename }) => filename ?? "");
        const mail = { to, messageId, subject, text, files };
        await options.beforeAnswer?.(mail);
        const no = refusal("message", to);
        if (no === null && behaviour.kind !== "hangs") taken.push(mail);
        if (behaviour.kind !== "hangs") done(no);
      })().catch(() => done()); // The client broke off, and hears nothing any more.
    },
  };

  const server: FailingMailServer = {
    get url() {
      return `smtp://127.0.0.1:${port}`;
    },
    taken,
    connections: () => connections,
    async behave(next) {
      const isOther = running === null || isOfItsOwn(next) || isOfItsOwn(behaviour);
      behaviour = next;
      if (!isOther) return;
      await running?.close();
      running = next.kind === "is-down" ? null : await listen(next, settings, port);
      port = running?.port ?? port;
    },
    close: async () => {
      await running?.close();
      running = null;
    },
  };
  // It has a port from the start, even while it is down.
  await server.behave({ kind: "well" });
  await server.behave(options.behaviour ?? { kind: "well" });
  return server;
}

/** Whether a behaviour needs a listener of its own. */
function isOfItsOwn(behaviour: Behaviour): boolean {
  return isBare(behaviour) || behaviour.kind === "wants-sign-in";
}

/** Whether a behaviour needs a listener that does not speak SMTP. */
function isBare({ kind }: Behaviour): boolean {
  return kind === "is-silent" || kind === "greets" || kind === "is-down";
}

interface Running {
  readonly port: number;
  dropAll(): void;
  close(): Promise<void>;
}

async function listen(behaviour: Behaviour, settings: SMTPServerOptions, port: number): Promise<Running> {
  if (!isBare(behaviour)) {
    const isClosed = behaviour.kind === "wants-sign-in";
    const disabledCommands = isClosed ? ["STARTTLS"] : ["AUTH", "STARTTLS"];
    const smtp = new SMTPServer({ ...settings, disabledCommands, authOptional: !isClosed });
    // A client that hung up half-way is no reason to stop.
    smtp.on("error", () => undefined);
    return track(smtp.server, port, async () => new Promise((done) => smtp.close(() => done())));
  }
  const plain = createServer((socket) => {
    socket.on("error", () => undefined);
    if (behaviour.kind === "greets") socket.end(`${behaviour.line}\r\n`);
  });
  return track(plain, port, async () => new Promise((done) => plain.close(() => done())));
}

async function track(server: Server, port: number, close: () => Promise<void>): Promise<Running> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const dropAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    dropAll,
    close: async () => {
      const closed = close();
      dropAll();
      await closed;
    },
  };
}
