import type { AddressInfo } from "node:net";
import { callbackify } from "node:util";
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { DemoMail } from "./demo-mail.ts";
import { type DemoMailFolder, openDemoMailFolder } from "./demo-mail-folder.ts";

/** The demo's mail: a real SMTP server on loopback that delivers nowhere, so that no demo mails anybody. */
export interface DemoMailbox {
  readonly smtpUrl: string;
  /** The latest mails, newest first. */
  list(): readonly DemoMail[];
  get(id: string): DemoMail | undefined;
  close(): Promise<void>;
}

const largestMailBytes = 30 * 1024 * 1024;

/**
 * Starts the server on a port (0: any free one) and keeps the latest 200 mails as files in a directory. It refuses the
 * given addresses as unknown.
 */
export async function createDemoMailbox(options: {
  readonly directory: string;
  readonly port: number;
  readonly mostMails?: number;
  readonly refuses?: ReadonlySet<string>;
}): Promise<DemoMailbox> {
  const folder = await openDemoMailFolder(options.directory, options.mostMails ?? 200);
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    banner: "Kwartier demo",
    size: largestMailBytes,
    maxClients: 20,
    logger: false,
    onRcptTo: ({ address }: SMTPServerAddress, _session: SMTPServerSession, answer: (error?: Error) => void) =>
      answer(options.refuses?.has(address) === true ? unknownReceiver() : undefined),
    onData: callbackify((stream: SMTPServerDataStream, session: SMTPServerSession) => keep(stream, session, folder)),
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  // From here on an error comes from a client that hung up half-way. That is no reason to stop.
  server.removeAllListeners("error").on("error", () => undefined);
  const { port } = server.server.address() as AddressInfo;
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    list: () => folder.list(),
    get: (id) => folder.get(id),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function unknownReceiver(): Error {
  return Object.assign(new Error("5.1.1 nobody reads mail at this address any more"), { responseCode: 550 });
}

/** Reads a mail to its end, and keeps it unless it is too large. Writes its receivers above it, as servers do. */
async function keep(stream: SMTPServerDataStream, session: SMTPServerSession, folder: DemoMailFolder): Promise<void> {
  const incoming: AsyncIterable<Buffer> = stream;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) if (!stream.sizeExceeded) chunks.push(chunk);
  if (stream.sizeExceeded) throw Object.assign(new Error("the mail is too large"), { responseCode: 552 });
  const receivers = session.envelope.rcptTo.map(({ address }) => `Delivered-To: ${address}\r\n`);
  await folder.add(Buffer.concat([Buffer.from(receivers.join("")), ...chunks]));
}
