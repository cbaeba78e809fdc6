import { expect } from "vitest";
import type { GalleryServer } from "./gallery-server.ts";

/** The stream opens a moment after the page and hears only later announcements. */
export async function announceUntilHeard(gallery: GalleryServer): Promise<void> {
  const before = gallery.pagesServed();
  await expect
    .poll(
      () => {
        gallery.announce();
        return gallery.pagesServed();
      },
      { interval: 600, timeout: 10_000 },
    )
    .toBeGreaterThan(before);
  await answersStop(gallery);
}

/** A change announced during the first answer causes another one. */
async function answersStop(gallery: GalleryServer): Promise<void> {
  let known = Number.NaN;
  const sameAsBefore = (): boolean => {
    const isSame = gallery.pagesServed() === known;
    known = gallery.pagesServed();
    return isSame;
  };
  await expect.poll(sameAsBefore, { interval: 1000, timeout: 15_000 }).toBe(true);
}
