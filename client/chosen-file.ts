export interface FileWords {
  readonly remove: string;
}

export interface ChosenFile {
  readonly file: File;
  /** The reason for not sending it; empty if it will be sent. */
  readonly problem: string;
  readonly words: FileWords;
  readonly remove: () => void;
}

const language = document.documentElement.lang === "en" ? "en-GB" : "nl-NL";
const megabytes = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
const previewed = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

function writeSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${megabytes.format(bytes / 1_000_000)} MB`;
}

const looks = {
  blank: "chosen-blank",
  name: "chosen-name",
  problem: "chosen-problem",
  size: "chosen-size",
} as const;

function span(look: keyof typeof looks, text: string): HTMLSpanElement {
  const element = document.createElement("span");
  element.className = looks[look];
  element.textContent = text;
  return element;
}

/** A small picture of the file's content. The browser draws it from its own memory. */
function preview(file: File): HTMLElement {
  if (!previewed.has(file.type)) return span("blank", "");
  const image = document.createElement("img");
  image.alt = "";
  image.src = URL.createObjectURL(file);
  image.addEventListener("error", () => image.replaceWith(span("blank", "")), { once: true });
  image.addEventListener("load", () => URL.revokeObjectURL(image.src), { once: true });
  return image;
}

/** A line in the list of chosen files: preview, name, size, and a button that removes it. */
export function chosenLine(chosen: ChosenFile): HTMLLIElement {
  const line = document.createElement("li");
  line.className = "chosen";
  const name = span("name", chosen.file.name);
  if (chosen.problem !== "") name.append(span("problem", chosen.problem));
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-quiet btn-small";
  button.textContent = chosen.words.remove;
  button.setAttribute("aria-label", `${chosen.words.remove}: ${chosen.file.name}`);
  button.addEventListener("click", chosen.remove);
  line.append(preview(chosen.file), name, span("size", writeSize(chosen.file.size)), button);
  return line;
}
