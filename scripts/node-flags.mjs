/**
 * Node's flags for the product. V8 would let the heap grow to gigabytes before it collects. With these flags the
 * process stays near 160 MB and is as fast. The npm script `kwartier` has the same flags.
 */
export const nodeFlags = ["--enable-source-maps", "--max-semi-space-size=16", "--max-old-space-size=224"];
