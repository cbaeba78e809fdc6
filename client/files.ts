import { chosenLine, type FileWords } from "./chosen-file.ts";

/**
 * A file input that also takes drops and pasted screenshots, and shows what will be sent. Files that are empty or too
 * large are shown with the reason and left out; the server checks again (R04, R06).
 */
class Files extends HTMLElement {
  #input: HTMLInputElement | null = null;
  #list = document.createElement("ul");
  #refused: File[] = [];

  connectedCallback(): void {
    this.#input = this.querySelector('input[type="file"]');
    if (this.#input === null || this.querySelector(".drop") !== null) return;
    this.#input.classList.add("sr-only");
    this.#input.after(this.#dropZone(this.#input.id), this.#list);
    this.#input.addEventListener("change", () => this.#take([]));
    const form = this.closest("form");
    form?.addEventListener("paste", this.#paste);
    form?.addEventListener("turbo:submit-end", (event) => event.detail.success && this.#clear());
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

  /** Adds files to those chosen, leaving out what cannot be sent. */
  #take(added: readonly File[]): void {
    const all = [...(this.#input?.files ?? []), ...added];
    this.#refused = [...this.#refused, ...all.filter((file) => this.#problem(file) !== "")];
    this.#set(all.filter((file) => this.#problem(file) === ""));
  }

  #set(files: readonly File[]): void {
    if (this.#input === null) return;
    const transfer = new DataTransfer();
    for (const file of this.#input.multiple ? files : files.slice(-1)) transfer.items.add(file);
    this.#input.files = transfer.files;
    this.#show();
  }

  #problem(file: File): string {
    if (file.size === 0) return this.dataset["empty"] ?? "";
    return file.size > Number(this.dataset["limit"]) ? (this.dataset["tooLarge"] ?? "") : "";
  }

  #show(): void {
    const chosen = [...(this.#input?.files ?? [])];
    const words: FileWords = { remove: this.dataset["remove"] ?? "" };
    const lines = chosen.map((file) =>
      chosenLine({ file, problem: "", words, remove: () => this.#set(chosen.filter((other) => other !== file)) }),
    );
    const refused = this.#refused.map((file) =>
      chosenLine({ file, problem: this.#problem(file), words, remove: () => this.#forget(file) }),
    );
    this.#list.replaceChildren(...lines, ...refused);
  }

  #clear(): void {
    this.#refused = [];
    this.#set([]);
  }

  #forget(file: File): void {
    this.#refused = this.#refused.filter((other) => other !== file);
    this.#show();
  }
}

export function defineFiles(): void {
  customElements.define("kw-files", Files);
}
