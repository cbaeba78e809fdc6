// Runs before every test file. A worker keeps what this imports, and so adds each equality only once.
import "./temporal-equality.ts";
