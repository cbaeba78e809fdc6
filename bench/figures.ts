/** A measured value beside its budget in ARCHITECTURE.md. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: "µs" | "times" | "ms" | "s" | "kB" | "MB" | "per second" | "answers";
  /** The highest allowed value; for "per second" the lowest. */
  readonly budget?: number;
}

/** The value above a given share of the samples. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Two figures of one series of times. */
export function timesOf(what: string, samples: readonly number[], budget?: number): Figure[] {
  return [
    { what: `${what}, p50`, value: percentile(samples, 0.5), unit: "ms" },
    {
      what: `${what}, p95`,
      value: percentile(samples, 0.95),
      unit: "ms",
      ...(budget === undefined ? {} : { budget }),
    },
  ];
}

/** One line per figure, with its share of the budget, if there is one. */
export function printFigures(figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ what }) => what.length));
  for (const { what, value, unit, budget } of figures) {
    const shown = value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0).padStart(8);
    const share = budget === undefined ? null : unit === "per second" ? budget / value : value / budget;
    const ratio =
      share === null ? "" : `   ${(share * 100).toFixed(0).padStart(4)} % of ${(budget ?? 0).toFixed(0)} ${unit}`;
    console.log(`${what.padEnd(width)}  ${shown} ${unit}${ratio}`);
  }
}
