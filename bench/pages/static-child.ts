// Serves one file from the disk by a bare node:http server: what a page costs at least.
import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const [, , path = ""] = process.argv;
const server = createServer((_, response) => {
  response.setHeader("content-type", "text/css");
  createReadStream(path).pipe(response);
}).listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
