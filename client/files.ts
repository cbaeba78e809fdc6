import { chosenLine, type FileWords } from "./chosen-file.ts";

/** The statuses with which the server shows the form again and lists the files it took. */
const shownAgain = new Set([409, 413, 422]);

/**
 * A file input with dropping, pasting and a list of the files to send. Empty files, large files and one too many are
 * listed with the reason and left out. The server checks again (R04, R06).
 */
class Files extends HTMLElement {
  #input: HTMLInputElement | null = null;
  #list = document.createElement("ul");
  #files: readonly File[] = [];

  connectedCallback(): void {
    this.#input = this.querySelector('input[type="file"]');
    if (this.#input === null || this.querySelector(".drop") !== null) return;
    this.#input.classList.add("sr-only");
    this.#input.after(this.#dropZone(this.#input.id), this.#list);
    this.#input.addEventListener("change", () => this.#take([]));
    const form = this.closest("form");
    form?.addEventListener("paste", this.#paste);
    form?.addEventListener("turbo:submit-end", (event) => {
      // Sent again they would be attached twice.
      if (event.detail.success || shownAgain.has(event.detail.fetchResponse?.response.status ?? 0)) this.#set([]);
    });
  }

  #dropZone(id: string): HTMLLabelElement {
    const zone = document.createElement("label");
    zone.className = "drop";
    zone.htmlFor = id;
    const choose = document.createElement("span");
    choose.className = "drop-choose";
    choose.textContent = this.dataset["choose"] ?? "";
    zone.append(choose, ` ${this.dataset["drop"] ?? ""}`);
    zone.addEventListener("dragover", (event) => {
      event.preventDefault();
      zone.classList.add("drop-over");
    });
    zone.addEventListener("dragleave", () => zone.classList.remove("drop-over"));
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      zone.classList.remove("drop-over");
      this.#take([...(event.dataTransfer?.files ?? [])]);
    });
    return zone;
  }

  #paste = (event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    this.#take(files);
  };

  /** Takes the input's files and the added ones. A file that cannot be sent stays in the list with its reason. */
  #take(added: readonly File[]): void {
    const held = [...(this.#input?.files ?? [])].filter((file) => !this.#files.includes(file));
    const all = [...this.#files, ...held, ...added];
    this.#set(this.#input?.multiple === true ? all : all.slice(-1));
  }

  #set(files: readonly File[]): void {
    if (this.#input === null) return;
    this.#files = files;
    const sorted = this.#sort();
    const transfer = new DataTransfer();
    for (const { file } of sorted.filter(({ problem }) => problem === "")) transfer.items.add(file);
    this.#input.files = transfer.files;
    const words: FileWords = { remove: this.dataset["remove"] ?? "" };
    this.#list.replaceChildren(
      ...sorted.map((one) => chosenLine({ ...one, words, remove: () => this.#drop(one.file) })),
    );
    // Dropping, pasting and removing change the choice like the input itself does.
    this.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /**
   * Each file with the reason for not sending it, if there is one. Of the good files only as many as allowed are sent.
   */
  #sort(): { file: File; problem: string }[] {
    let left = Number(this.dataset["most"]);
    return this.#files.map((file) => {
      const problem = this.#problem(file);
      if (problem !== "") return { file, problem };
      left -= 1;
      return { file, problem: left < 0 ? (this.dataset["tooMany"] ?? "") : "" };
    });
  }

  #problem(file: File): string {
    if (file.size === 0) return this.dataset["empty"] ?? "";
    return file.size > Number(this.dataset["limit"]) ? (this.dataset["tooLarge"] ?? "") : "";
  }

  #drop(file: File): void {
    const place = this.#files.indexOf(file);
    this.#set(this.#files.filter((other) => other !== file));
    // The focused button is gone. The focus moves to its successor, or back to choosing.
    const buttons = this.#list.querySelectorAll("button");
    (buttons[place] ?? buttons[place - 1] ?? this.#input)?.focus();
  }
}

export function defineFiles(): void {
  customElements.define("kw-files", Files);
}
