import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fontCoverage } from "./font-coverage.ts";

/** A family of fonts for scripts that Inter lacks. */
export interface Family {
  /** Its name in the template. */
  readonly name: string;
  /** Its characters. Its files are read when a document has one of them, and not before. */
  readonly writes: RegExp;
  readonly files: readonly string[];
}

const require = createRequire(import.meta.url);

/** The weights of a family of Google Fonts: `noto-sans-thai/NotoSansThai`. */
const google = (font: string, ...weights: readonly string[]): readonly string[] => {
  const [folder, file] = font.split("/");
  return weights.map((weight) => `@expo-google-fonts/${folder}/${weight}/${file}_${weight}.ttf`);
};
const weights = ["400Regular", "600SemiBold"] as const;
const chinese = "@embedpdf/fonts-sc";

/** The family of every document. */
export const inter: Pick<Family, "name" | "files"> = { name: "Inter", files: google("inter/Inter", ...weights) };

const families: readonly Family[] = [
  {
    name: "Noto Sans Arabic",
    writes: /[\p{Script=Arabic}\u0600-\u06ff]/u,
    files: google("noto-sans-arabic/NotoSansArabic", ...weights),
  },
  {
    name: "Noto Sans Hebrew",
    writes: /\p{Script=Hebrew}/u,
    files: google("noto-sans-hebrew/NotoSansHebrew", ...weights),
  },
  {
    name: "Noto Sans Devanagari",
    writes: /[\p{Script=Devanagari}\u0964\u0965]/u,
    files: google("noto-sans-devanagari/NotoSansDevanagari", ...weights),
  },
  { name: "Noto Sans Thai", writes: /\p{Script=Thai}/u, files: google("noto-sans-thai/NotoSansThai", ...weights) },
  {
    // Simplified and traditional Chinese, and the Japanese syllabaries.
    name: "Noto Sans S Chinese",
    writes: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u,
    files: [`${chinese}/fonts/NotoSansHans-Regular.otf`],
  },
  {
    name: "NanumGothic",
    writes: /\p{Script=Hangul}/u,
    files: google("nanum-gothic/NanumGothic", "400Regular", "700Bold"),
  },
  {
    name: "Noto Emoji",
    writes: /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u,
    files: google("noto-emoji/NotoEmoji", "400Regular"),
  },
];

/** The families for characters, in the order of trying them; none for Latin, Greek and Cyrillic letters. */
export function familiesFor(characters: string): readonly Family[] {
  return families.filter(({ writes }) => writes.test(characters));
}

export interface Fonts {
  readonly files: readonly Buffer[];
  readonly covered: ReadonlySet<number>;
}

/** Reads a family. Its first weight tells which characters it can draw. */
export function readFonts({ files }: Pick<Family, "files">): Fonts {
  const read = files.map(readFont);
  return { files: read, covered: fontCoverage(read[0] ?? Buffer.alloc(0)) };
}

/** A package may export only its program; its fonts lie beside it. */
function readFont(path: string): Buffer {
  const isBeside = path.startsWith(chinese);
  return readFileSync(
    isBeside ? join(dirname(require.resolve(chinese)), "..", path.slice(chinese.length)) : require.resolve(path),
  );
}
