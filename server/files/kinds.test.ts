import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDocuments } from "../documents/documents.ts";
import { exampleInvoice } from "../documents/example-invoice.ts";
import { packageRoot } from "../root.ts";
import { kinds, programs } from "./kind-table.ts";
import { attachmentExtensions, attachmentKind, kindOf } from "./kinds.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");
const fixtures = join(packageRoot, "test/files");
/** A small file from a real program. */
const real = (name: string) => readFileSync(join(fixtures, name));
const zip = bytes("PK\u0003\u0004\u0014\u0000");
const ole = bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1");
const mark = bytes("\u00ef\u00bb\u00bf");
const utf16 = Buffer.concat([bytes("\u00ff\u00fe"), Buffer.from("tijd;ticket\r\n", "utf16le")]);
const office = "application/vnd.openxmlformats-officedocument";

const kindOfFile = (name: string, head: Buffer) => attachmentKind({ name, head: head.subarray(0, 4096) });

describe("the kind of an attachment", () => {
  it.each<[string, Buffer, string]>([
    ["scherm.png", real("position.png"), "image/png"],
    ["foto.JPG", real("position.jpg"), "image/jpeg"],
    ["foto.jfif", real("position.jpg"), "image/jpeg"],
    ["a.gif", real("tiny.gif"), "image/gif"],
    ["a.webp", real("position.webp"), "image/webp"],
    ["a.heic", real("position.heic"), "image/heic"],
    ["a.avif", real("tiny.avif"), "image/avif"],
    ["a.bmp", real("tiny.bmp"), "image/bmp"],
    ["scan.tif", real("position.tif"), "image/tiff"],
    ["a.mp3", real("tiny.mp3"), "audio/mpeg"],
    ["voicemail.wav", real("tiny.wav"), "audio/wav"],
    ["a.m4a", real("tiny.m4a"), "audio/mp4"],
    ["a.ogg", real("tiny.ogg"), "audio/ogg"],
    ["a.wma", real("tiny.wma"), "audio/x-ms-wma"],
    ["a.mp4", real("tiny.mp4"), "video/mp4"],
    ["a.mov", real("tiny.mov"), "video/quicktime"],
    ["a.webm", real("tiny.webm"), "video/webm"],
    ["a.7z", real("tiny.7z"), "application/x-7z-compressed"],
    ["a.gz", gzipSync("x"), "application/gzip"],
    ["a.zip", zip, "application/zip"],
    ["a.docx", zip, `${office}.wordprocessingml.document`],
    ["geheim.docx", ole, `${office}.wordprocessingml.document`],
    ["macro.xlsm", zip, "application/vnd.ms-excel.sheet.macroenabled.12"],
    ["oud.doc", ole, "application/msword"],
    ["oud.doc", bytes("{\\rtf1\\ansi}"), "application/msword"],
    ["oud.xls", ole, "application/vnd.ms-excel"],
    ["export.xls", bytes("<html><table><tr><td>1</td></tr></table></html>"), "application/vnd.ms-excel"],
    ["oud.ppt", ole, "application/vnd.ms-powerpoint"],
    ["brief.rtf", bytes("{\\rtf1\\ansi}"), "application/rtf"],
    ["a.odt", zip, "application/vnd.oasis.opendocument.text"],
    ["a.msg", ole, "application/vnd.ms-outlook"],
    ["archief.pst", bytes("!BDN\u0000\u0000"), "application/vnd.ms-outlook-pst"],
    ["a.evtx", bytes("ElfFile\u0000"), "application/x-ms-evtx"],
    ["a.etl", bytes("\u0000\u0001\u0000\u0000"), "application/x-ms-etl"],
    ["a.dmp", bytes("MDMP\u0093\u00a7"), "application/x-ms-dump"],
    ["a.txt", Buffer.from("Sinds vanochtend: é\r\n"), "text/plain"],
    ["a.txt", Buffer.from("MZ is het begin van dit verhaal"), "text/plain"],
    ["a.log", bytes("\u001b[31mcaf\u00e9\u001b[0m\u0007\u0008"), "text/plain"],
    ["iis.log", bytes(`regel\r\n${"\u0000".repeat(100)}`), "text/plain"],
    ["app.log.1", bytes("regel"), "text/plain"],
    ["logboek", bytes("deur 3 \u0001 open\r\ndeur 4 dicht\r\n"), "text/plain"],
    ["a.log", Buffer.from("zonder merk", "utf16le"), "text/plain"],
    ["a.csv", utf16, "text/csv"],
    ["a.json", Buffer.concat([mark, bytes("{}")]), "application/json"],
    ["a.xml", bytes("<?xml version='1.0'?><settings/>"), "application/xml"],
    ["afspraak.ics", bytes("BEGIN:VCALENDAR"), "text/calendar"],
    ["jan.vcf", bytes("BEGIN:VCARD"), "text/vcard"],
    ["script.ps1", bytes("Get-Service"), "text/plain"],
    ["kan niet open.pdf", bytes("kapot"), "application/octet-stream"],
    ["half.docx", Buffer.alloc(100), "application/octet-stream"],
  ])("%s is told by its name and its content", (name, head, mediaType) => {
    expect(kindOfFile(name, head)).toMatchObject({ ok: true, value: { mediaType } });
  });

  it.each<[string, Buffer, string]>([
    ["foto.JPG", real("position.heic"), "image/heic"],
    ["foto.png", real("position.jpg"), "image/jpeg"],
    ["image", real("position.png"), "image/png"],
    ["IMG_1234", real("position.heic"), "image/heic"],
    ["opname", real("tiny.mov"), "video/quicktime"],
    ["hosts", bytes("127.0.0.1 localhost\n"), "text/plain"],
    ["Schermafbeelding 2026-10-06 om 09.03", real("position.png"), "image/png"],
    ["zonder-extensie", zip, "application/zip"],
  ])("%s is told by its content", (name, head, mediaType) => {
    expect(kindOfFile(name, head)).toMatchObject({ ok: true, value: { mediaType } });
  });

  it.each<[string, Buffer, "program" | "page" | "unknown"]>([
    ["programma.exe", bytes("MZ\u0090\u0000"), "program"],
    ["programma.txt", bytes("MZ\u0090\u0000"), "program"],
    ["factuur.pdf", bytes("MZ\u0090\u0000"), "program"],
    ["factuur", bytes("MZ\u0090\u0000"), "program"],
    ["factuur.pdf.exe", bytes("%PDF-1.7"), "program"],
    ["a.log", bytes("\u007fELF\u0002"), "program"],
    ["scherm.exe", real("position.png"), "program"],
    ["code.js", bytes("alert(1)"), "program"],
    ["start.bat", bytes("@echo off"), "program"],
    ["instelling.reg", utf16, "program"],
    ["snelkoppeling.lnk", bytes("L\u0000\u0000\u0000"), "program"],
    ["snelkoppeling", bytes("L\u0000\u0000\u0000\u0001\u0014\u0002\u0000"), "program"],
    ["tekening.svg", bytes("<svg xmlns='http://www.w3.org/2000/svg'>"), "page"],
    ["pagina.html", bytes("<!doctype html>"), "page"],
    ["pagina.mht", bytes("From: <Saved by Blink>"), "page"],
    ["pagina.txt", Buffer.from("\ufeff \n<!DOCTYPE HTML><script>x</script>"), "page"],
    ["pagina.pdf", bytes("<html>"), "page"],
    ["pagina", bytes("<html>"), "page"],
    ["tekening.xml", bytes("<?xml version='1.0'?>\n<!-- x -->\n<svg onload='x'>"), "page"],
    ["scherm.png", bytes("<svg>"), "page"],
    ["pagina.csv", Buffer.concat([bytes("\u00fe\u00ff"), Buffer.from("<html>", "utf16le").swap16()]), "page"],
    ["x.settingcontent-ms", bytes("<x/>"), "unknown"],
    ["a.xyz", bytes("x"), "unknown"],
    ["bytes", bytes("a\u0000b"), "unknown"],
    ["a.__proto__", bytes("x"), "unknown"],
    ["a.constructor", bytes("x"), "unknown"],
  ])("%s is refused", (name, head, problem) => {
    expect(kindOfFile(name, head)).toEqual({ ok: false, refusal: { code: "attachment-kind", name, problem } });
  });

  it("is right for every file of a real program that we have", () => {
    const names = readdirSync(fixtures).filter((name) => !name.endsWith(".md"));
    expect(names.length).toBeGreaterThan(15);
    for (const name of names) {
      const told = kindOfFile(name, real(name));
      expect(told.ok && told.value.mediaType, name).not.toBe("application/octet-stream");
      expect(told.ok, name).toBe(true);
    }
  });

  it("shows in a page what is made of pixels, and nothing else", () => {
    expect(kindOf("image/png").isPicture).toBe(true);
    for (const mediaType of [
      "image/svg+xml",
      "image/heic",
      "image/avif",
      "image/tiff",
      "application/pdf",
      "text/plain",
      "constructor",
    ])
      expect(kindOf(mediaType).isPicture).toBe(false);
  });

  it("is offered in the form, and never one that runs", () => {
    expect(attachmentExtensions()).toEqual(expect.arrayContaining([".docx", ".heic", ".log", ".7z"]));
    expect(attachmentExtensions().filter((extension) => programs.has(extension.slice(1)))).toEqual([]);
    expect(kinds.length).toBeGreaterThan(60);
  });
});

describe("what real programs write", () => {
  const documents = createDocuments();
  let pdf: Buffer;
  let mail: Buffer;
  beforeAll(async () => {
    pdf = Buffer.from(await documents.renderInvoice(exampleInvoice));
    const written = await createTransport({ streamTransport: true, buffer: true }).sendMail({
      from: "jan@example.com",
      to: "wij@example.com",
      subject: "Foutmelding",
      text: "Zie bijlage",
      attachments: [{ filename: "foto.jpg", content: real("position.jpg") }],
    });
    mail = written.message as Buffer;
  });
  afterAll(async () => documents.close());

  it("is a PDF, also behind a mark or a blank line", () => {
    for (const before of [Buffer.alloc(0), mark, bytes("\r\n"), bytes("\n\n  ")])
      expect(kindOfFile("a.pdf", Buffer.concat([before, pdf]))).toMatchObject({
        value: { mediaType: "application/pdf" },
      });
    expect(kindOfFile("zonder", pdf)).toMatchObject({ value: { mediaType: "application/pdf" } });
  });

  it("is a mail with its files", () => {
    expect(mail.includes("base64")).toBe(true);
    expect(kindOfFile("bericht.eml", mail)).toMatchObject({ value: { mediaType: "message/rfc822" } });
  });
});
