import { describe, expect, it } from "vitest";
import { attachmentExtensions, attachmentKind, kindOf } from "./kinds.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");
const png = bytes("\u0089PNG\r\n\u001a\n\u0000\u0000");
const zip = bytes("PK\u0003\u0004\u0014\u0000");
const utf16 = Buffer.concat([bytes("\u00ff\u00fe"), Buffer.from("tijd;ticket\r\n", "utf16le")]);

describe("the kind of an attachment", () => {
  it.each<[string, Buffer, string]>([
    ["scherm.png", png, "image/png"],
    ["foto.JPG", bytes("\u00ff\u00d8\u00ff\u00e0"), "image/jpeg"],
    ["foto.png", bytes("\u00ff\u00d8\u00ff\u00e0"), "image/jpeg"],
    ["image", png, "image/png"],
    ["a.gif", bytes("GIF89a"), "image/gif"],
    ["a.webp", bytes("RIFF\u0010\u0000\u0000\u0000WEBPVP8 "), "image/webp"],
    ["a.heic", bytes("\u0000\u0000\u0000\u0018ftypheic"), "image/heic"],
    ["a.pdf", bytes("%PDF-1.7\n"), "application/pdf"],
    ["a.docx", zip, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["a.zip", zip, "application/zip"],
    ["a.msg", bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"), "application/vnd.ms-outlook"],
    ["a.mp4", bytes("\u0000\u0000\u0000\u0018ftypmp42"), "video/mp4"],
    ["a.mov", bytes("\u0000\u0000\u0000\u0014ftypqt  "), "video/quicktime"],
    ["a.webm", bytes("\u001a\u0045\u00df\u00a3"), "video/webm"],
    ["a.txt", Buffer.from("Sinds vanochtend: é\r\n"), "text/plain"],
    ["a.txt", bytes("x"), "text/plain"],
    ["a.txt", Buffer.from("<?xml version='1.0'?><settings/>"), "text/plain"],
    ["a.log", bytes("\u001b[31mcaf\u00e9\u001b[0m"), "text/plain"],
    ["a.csv", utf16, "text/csv"],
    ["a.eml", Buffer.from("From: sanne@voorbeeld.example\r\n\r\nHoi"), "message/rfc822"],
  ])("%s is told by its name and its content", (name, head, mediaType) => {
    expect(attachmentKind({ name, head })).toMatchObject({ ok: true, value: { mediaType } });
  });

  it.each<[string, Buffer]>([
    ["tekening.svg", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'>")],
    ["pagina.html", Buffer.from("<!doctype html>")],
    ["pagina.txt", Buffer.from("\ufeff \n<!DOCTYPE HTML><script>x</script>")],
    ["tekening.txt", Buffer.from("<?xml version='1.0'?>\n<!-- x -->\n<svg onload='x'>")],
    ["pagina.csv", Buffer.concat([bytes("\u00fe\u00ff"), Buffer.from("<html>", "utf16le").swap16()])],
    ["code.js", Buffer.from("alert(1)")],
    ["programma.exe", bytes("MZ\u0090\u0000")],
    ["programma.txt", bytes("MZ\u0090\u0000")],
    ["factuur.pdf.exe", bytes("%PDF-1.7")],
    ["factuur.pdf", bytes("MZ\u0090\u0000")],
    ["scherm.png", Buffer.from("<svg>")],
    ["scherm.exe", png],
    ["macro.docm", zip],
    ["zonder-extensie", zip],
    ["snelkoppeling.lnk", bytes("L\u0000\u0000\u0000")],
    ["a.txt", bytes("a\u0000b")],
    ["__proto__", Buffer.from("x")],
  ])("%s is refused", (name, head) => {
    expect(attachmentKind({ name, head })).toEqual({ ok: false, refusal: { code: "attachment-kind", name } });
  });

  it("lets a browser show pictures made of pixels, and nothing else", () => {
    expect(kindOf("image/png").isPicture).toBe(true);
    for (const mediaType of ["image/svg+xml", "image/heic", "application/pdf", "text/plain", "constructor"])
      expect(kindOf(mediaType).isPicture).toBe(false);
    expect(attachmentExtensions()).toContain(".docx");
    expect(attachmentExtensions()).not.toContain(".svg");
  });
});
