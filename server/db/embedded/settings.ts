/** Settings of one cluster, as PostgreSQL names them. */
export type Settings = Readonly<Record<string, string>>;

/**
 * A desk of a few dozen people on one machine; everything not named here is PostgreSQL's own default, fsync on among
 * them.
 */
const defaults: Settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "60",
  shared_buffers: "128MB",
  jit: "off", // compiling a query costs more than any query of a page takes
  timezone: "UTC",
  log_timezone: "UTC",
  // Statements, keys and values hold personal data (R39): the log tells of the server, the application tells of its
  // errors.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_checkpoints: "off",
};

export function asArguments(settings: Settings): string[] {
  return Object.entries({ ...defaults, ...settings }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
