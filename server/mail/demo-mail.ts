import PostalMime, { type Address } from "postal-mime";

/** One caught mail for reading, always as text: foreign HTML is never rendered. */
export interface DemoMail {
  readonly id: string;
  readonly receivedAt: Temporal.Instant;
  /** The date in the mail itself, if it has one. */
  readonly writtenAt: Temporal.Instant | undefined;
  readonly from: string;
  /** The receivers that the server was told, not those in the header. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly messageId: string | undefined;
  readonly inReplyTo: string | undefined;
  readonly references: readonly string[];
  readonly attachments: readonly { readonly name: string; readonly mediaType: string; readonly bytes: number }[];
}

/** Reads a kept mail. Its receivers are in the Delivered-To lines that the mailbox wrote above it. */
export async function readDemoMail(id: string, raw: Uint8Array, receivedAt: Temporal.Instant): Promise<DemoMail> {
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 20, maxHeadersSize: 256 * 1024 });
  return {
    id,
    receivedAt,
    writtenAt: instantOf(mail.date),
    from: addressText(mail.from),
    to: mail.headers.filter(({ key }) => key === "delivered-to").map(({ value }) => value),
    subject: mail.subject ?? "",
    text: (mail.text ?? "").trimEnd(),
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    references: mail.references?.split(/\s+/).filter((reference) => reference !== "") ?? [],
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? "",
      mediaType: mimeType,
      bytes: typeof content === "string" ? content.length : content.byteLength,
    })),
  };
}

function instantOf(date: string | undefined): Temporal.Instant | undefined {
  const milliseconds = Date.parse(date ?? "");
  return Number.isNaN(milliseconds) ? undefined : Temporal.Instant.fromEpochMilliseconds(milliseconds);
}

function addressText(address: Address | undefined): string {
  if (address?.address === undefined) return "";
  return address.name === "" ? address.address : `${address.name} <${address.address}>`;
}
