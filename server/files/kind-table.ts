import {
  anyOf,
  anything,
  asf,
  type IsContent,
  matroska,
  media,
  mpegSound,
  ogg,
  ole,
  pdf,
  quicktime,
  riff,
  startsWith,
  tiff,
  zip,
} from "./contents.ts";
import { isPlainText } from "./looks-like-text.ts";

interface Kind {
  readonly mediaType: string;
  readonly extensions: readonly string[];
  readonly isContent: IsContent;
  /** Its beginning is unique, so it is recognised without an extension too. */
  readonly isTelling: boolean;
}

const kind = (mediaType: string, extensions: string, isContent: IsContent): Kind => ({
  mediaType,
  extensions: extensions.split(" "),
  isContent,
  isTelling: false,
});
const telling = (...given: Parameters<typeof kind>): Kind => ({ ...kind(...given), isTelling: true });

const office = "application/vnd.openxmlformats-officedocument";
const document = "application/vnd.oasis.opendocument";
const rtf = startsWith("{\\rtf");

/**
 * The accepted kinds, in the order of trying them on a file without an extension. A document with macros is among them,
 * because Office does not run the macros of a file from elsewhere. Files that run when opened are not (`programs`).
 */
export const kinds: readonly Kind[] = [
  telling("image/png", "png", startsWith("\u0089PNG\r\n\u001a\n")),
  telling("image/jpeg", "jpg jpeg jfif jpe", startsWith("\u00ff\u00d8\u00ff")),
  telling("image/gif", "gif", startsWith("GIF87a", "GIF89a")),
  telling("image/webp", "webp", riff("WEBP")),
  telling("image/avif", "avif", media("avif", "avis")),
  telling("image/heic", "heic heif hif", media("heic", "heix", "hevc", "heim", "heis", "hevx", "mif1", "msf1")),
  telling("image/tiff", "tif tiff", tiff),
  telling("image/bmp", "bmp dib", startsWith("BM")),
  telling("image/vnd.adobe.photoshop", "psd", startsWith("8BPS")),
  kind("image/x-icon", "ico", startsWith("\u0000\u0000\u0001\u0000")),

  telling("application/pdf", "pdf", pdf),
  telling("application/rtf", "rtf", rtf),
  // Programs name an HTML table or a tabbed text .xls, and an RTF or HTML letter .doc.
  kind("application/msword", "doc dot", anyOf(ole, rtf, zip, isPlainText)),
  kind("application/vnd.ms-excel", "xls xlt", anyOf(ole, zip, isPlainText)),
  kind("application/vnd.ms-powerpoint", "ppt pps pot", anyOf(ole, zip)),
  kind(`${office}.wordprocessingml.document`, "docx dotx", anyOf(zip, ole)),
  kind(`${office}.spreadsheetml.sheet`, "xlsx xltx", anyOf(zip, ole)),
  kind(`${office}.presentationml.presentation`, "pptx ppsx potx", anyOf(zip, ole)),
  kind("application/vnd.ms-word.document.macroenabled.12", "docm", anyOf(zip, ole)),
  kind("application/vnd.ms-excel.sheet.macroenabled.12", "xlsm", anyOf(zip, ole)),
  kind("application/vnd.ms-excel.sheet.binary.macroenabled.12", "xlsb", anyOf(zip, ole)),
  kind("application/vnd.ms-powerpoint.presentation.macroenabled.12", "pptm", anyOf(zip, ole)),
  kind(`${document}.text`, "odt", zip),
  kind(`${document}.spreadsheet`, "ods", zip),
  kind(`${document}.presentation`, "odp", zip),
  kind(`${document}.graphics`, "odg", zip),
  kind("application/vnd.visio", "vsd vsdx", anyOf(zip, ole)),
  kind("application/x-mspublisher", "pub", ole),
  kind("application/vnd.ms-project", "mpp", ole),
  kind("application/onenote", "one", startsWith("\u00e4\u0052\u005c\u007b\u008c\u00d8\u00a7\u004d")),
  kind("application/vnd.ms-xpsdocument", "xps oxps", zip),
  kind("application/vnd.apple.pages", "pages", zip),
  kind("application/vnd.apple.numbers", "numbers", zip),
  kind("application/vnd.apple.keynote", "key", zip),
  kind("image/vnd.dwg", "dwg", startsWith("AC10")),

  kind("text/plain", "txt text log md trc trace out err old bak wer nfo", anything),
  kind("text/plain", "ini cfg conf config properties toml yaml yml sql ps1 psm1 psd1 sh", anything),
  kind("text/csv", "csv tsv", anything),
  kind("text/calendar", "ics", anything),
  kind("text/vcard", "vcf", anything),
  kind("application/json", "json har", anything),
  kind("application/xml", "xml", anything),
  kind("application/x-x509-ca-cert", "cer crt pem csr p7b", anything),

  kind("message/rfc822", "eml", anything),
  kind("application/mbox", "mbox", anything),
  kind("application/vnd.ms-outlook", "msg", ole),
  telling("application/vnd.ms-outlook-pst", "pst ost", startsWith("!BDN")),

  telling("audio/wav", "wav", riff("WAVE")),
  telling("audio/ogg", "ogg oga opus", ogg),
  telling("audio/flac", "flac", startsWith("fLaC")),
  telling("audio/amr", "amr", startsWith("#!AMR")),
  kind("audio/mpeg", "mp3", mpegSound),
  kind("audio/aac", "aac", anyOf(mpegSound, startsWith("ADIF"))),
  kind("audio/mp4", "m4a", media()),
  kind("audio/x-ms-wma", "wma", asf),
  telling("video/quicktime", "mov", media("qt  ")),
  kind("video/quicktime", "mov qt", quicktime),
  telling("video/mp4", "mp4 m4v", media()),
  kind("video/3gpp", "3gp", media()),
  telling("video/x-msvideo", "avi", riff("AVI ")),
  kind("video/webm", "webm", matroska),
  kind("video/x-matroska", "mkv", matroska),
  kind("video/x-ms-wmv", "wmv", asf),
  kind("video/mpeg", "mpg mpeg", startsWith("\u0000\u0000\u0001\u00ba", "\u0000\u0000\u0001\u00b3")),

  telling("application/zip", "zip", zip),
  telling("application/x-7z-compressed", "7z", startsWith("7z\u00bc\u00af\u0027\u001c")),
  telling("application/vnd.rar", "rar", startsWith("Rar!\u001a\u0007")),
  telling("application/gzip", "gz tgz", startsWith("\u001f\u008b")),
  telling("application/x-bzip2", "bz2", startsWith("BZh")),
  telling("application/x-xz", "xz", startsWith("\u00fd7zXZ\u0000")),
  kind("application/x-tar", "tar", anything),
  telling("application/vnd.ms-cab-compressed", "cab", startsWith("MSCF")),

  telling("application/x-ms-evtx", "evtx", startsWith("ElfFile\u0000")),
  telling("application/x-ms-dump", "dmp mdmp hdmp", startsWith("MDMP", "PAGEDUMP", "PAGEDU64")),
  kind("application/x-ms-etl", "etl blg", anything),
  telling("application/x-pcapng", "pcapng", startsWith("\n\r\r\n")),
  telling(
    "application/vnd.tcpdump.pcap",
    "pcap cap",
    startsWith("\u00d4\u00c3\u00b2\u00a1", "\u00a1\u00b2\u00c3\u00d4"),
  ),
];

/** These may hold a page: Word and Excel open it as a letter or a table. */
export const mayBePage: ReadonlySet<string> = new Set(["doc", "xls"]);

/** Files that open in a browser, with scripts and all. */
export const pages: ReadonlySet<string> = new Set("html htm xhtml xht shtml mht mhtml svg svgz".split(" "));

/** Files that run, mount or install when opened. They are accepted in an archive only. */
export const programs: ReadonlySet<string> = new Set(
  (
    "exe com scr pif cpl msi msp mst msix msixbundle appx appxbundle application dll sys ocx drv bat cmd vbs vbe js jse mjs cjs ws wsf " +
    "wsh wsc sct hta reg inf lnk url scf website desktop jar jnlp class py pyw pyc pyz rb pl php asp aspx jsp " +
    "chm hlp iso img vhd vhdx dmg pkg app apk deb rpm appimage command workflow rdp mobileconfig theme xll xlam xla " +
    "ppam dotm potm ppsm xltm ade adp mdb mde accdb accde diagcab gadget"
  ).split(" "),
);
