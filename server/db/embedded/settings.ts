/** Settings of one cluster, by PostgreSQL's names. */
export type Settings = Readonly<Record<string, string>>;

/** For a desk of a few dozen people on one machine. All other settings are PostgreSQL's defaults, including fsync. */
const defaults: Settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "60",
  shared_buffers: "128MB",
  jit: "off", // compiling a query costs more than any query of a page takes
  timezone: "UTC",
  log_timezone: "UTC",
  // Statements, keys and values hold personal data (R39). So the log covers the server only; the application reports
  // its own errors.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_checkpoints: "off",
};

export function asArguments(settings: Settings): string[] {
  return Object.entries({ ...defaults, ...settings }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
