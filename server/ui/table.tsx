import type { ComponentChildren, VNode } from "preact";
import { classNames } from "./class-names.ts";

export interface Column<Row> {
  readonly label: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Numbers, money and durations are aligned at the end. */
  readonly align?: "start" | "end" | undefined;
  /** The column that names the row. Its content becomes the row's link, and the card's heading on a phone. */
  readonly lead?: boolean | undefined;
  /** Takes the remaining room, and is cut off with an ellipsis. */
  readonly grow?: boolean | undefined;
  /** Has no heading on a phone, because its content explains itself. */
  readonly selfEvident?: boolean | undefined;
  /** Holds a sentence that may take several lines. */
  readonly wraps?: boolean | undefined;
  /** Left out on a phone. */
  readonly wideOnly?: boolean | undefined;
  /** The heading is for screen readers only. */
  readonly hideLabel?: boolean | undefined;
}

export interface TableProps<Row> {
  /** The content of the table, for screen readers. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowHref?: ((row: Row) => string | undefined) | undefined;
  /** Shown when hovering the row on the desk: a preview of the last message. */
  readonly rowTitle?: ((row: Row) => string | undefined) | undefined;
  /** The headings are for screen readers only: for short lists that explain themselves. */
  readonly hideHead?: boolean | undefined;
  /** Shown instead of an empty table. */
  readonly empty?: ComponentChildren;
  /** A last row, for example a total: one content per column. */
  readonly foot?: readonly ComponentChildren[] | undefined;
}

function phoneLabel(column: Column<never>): string | undefined {
  return column.hideLabel || column.selfEvident ? undefined : column.label;
}

function classes(column: Column<never>): string | undefined {
  return classNames(
    column.align === "end" && "cell-end",
    column.lead && "cell-lead",
    column.grow && "cell-grow",
    column.wraps && "cell-wraps",
    column.wideOnly && "cell-wide-only",
  );
}

/** Dense rows on the desk. On a phone the stylesheet turns every row into a card with the headings from data-label. */
export function Table<Row>(props: TableProps<Row>): VNode {
  if (props.rows.length === 0 && props.empty) return <>{props.empty}</>;
  return (
    <table class={props.hideHead ? "data-table head-hidden" : "data-table"}>
      <caption class="sr-only">{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th key={column.label} scope="col" class={classes(column)}>
              {column.hideLabel ? <span class="sr-only">{column.label}</span> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr
            key={props.rowKey(row)}
            title={props.rowTitle?.(row)}
            data-row={props.rowHref?.(row) === undefined ? undefined : ""}
          >
            {props.columns.map((column) => (
              <Cell key={column.label} column={column} row={row} href={props.rowHref?.(row)} />
            ))}
          </tr>
        ))}
      </tbody>
      {props.foot && (
        <tfoot>
          <tr>
            {props.columns.map((column, index) => (
              <td key={column.label} class={classes(column)} data-label={phoneLabel(column)}>
                {props.foot?.[index]}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Cell<Row>(props: { column: Column<Row>; row: Row; href: string | undefined }): VNode {
  const { column } = props;
  const content = column.cell(props.row);
  if (column.lead) {
    return (
      <th scope="row" class={classes(column)}>
        {props.href === undefined ? (
          content
        ) : (
          <a class="row-link" href={props.href}>
            {content}
          </a>
        )}
      </th>
    );
  }
  return (
    <td class={classes(column)} data-label={phoneLabel(column)}>
      {content}
    </td>
  );
}
