import { renderAsTyped } from "../markup/as-typed.ts";
import { escapeHtml } from "../markup/escape-html.ts";
import { MailRefused, type OutgoingMail, type Paragraph } from "./outgoing-mail.ts";

/** The same words twice: as plain text, and as minimal HTML with paragraphs, quoted words and a link. */
export function mailBody(mail: OutgoingMail, publicUrl: string): { readonly text: string; readonly html: string } {
  const url = mail.link === undefined ? undefined : linkUrl(mail.link.path, publicUrl);
  const label = mail.link?.label ?? "";
  const text = [...mail.paragraphs.map(asText), ...(url === undefined ? [] : [`${label}:\n${url}`])].join("\n\n");
  const paragraphs = mail.paragraphs.map(asHtml);
  const link = url === undefined ? [] : [`<p><a href="${escapeHtml(url)}">${escapeHtml(label)}</a></p>`];
  const head = `<meta charset="utf-8"><title>${escapeHtml(mail.subject)}</title>`;
  const body = [...paragraphs, ...link].join("\n");
  return {
    text: `${text}\n`,
    html: `<!doctype html>\n<html lang="${mail.language}"><head>${head}</head><body>\n${body}\n</body></html>\n`,
  };
}

function asText(paragraph: Paragraph): string {
  return typeof paragraph === "string" ? paragraph : `> ${paragraph.quoted.replaceAll("\n", "\n> ")}`;
}

/** Quoted words read as on the page, but a link with words also shows its target: a mail in our name hides nothing. */
function asHtml(paragraph: Paragraph): string {
  if (typeof paragraph === "string") return `<p>${escapeHtml(paragraph).replaceAll("\n", "<br>")}</p>`;
  return `<blockquote>${renderAsTyped(paragraph.quoted, { showsAddresses: true })}</blockquote>`;
}

/** A link of ours leads to us and nowhere else, whatever its path looks like (R20). */
function linkUrl(path: string, publicUrl: string): string {
  const base = new URL(publicUrl);
  const url = new URL(path, base);
  if (!path.startsWith("/") || url.origin !== base.origin)
    throw new MailRefused("foreign-link", "a mail links only to us");
  return url.href;
}
