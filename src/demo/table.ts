/** Aligned tables for the terminal. */

/** Pads every column to its widest cell; numbers to the right. The first row is the head. */
export function alignedTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)));
  const isNumber = (column: number): boolean =>
    rows.slice(1).every((row) => /^[\d.,–-]*( ?[a-z%]+)?$/.test(row[column] ?? ''));
  const lines = rows.map((row) =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? '';
        const fill = ' '.repeat(width - [...cell].length);
        return isNumber(column) ? fill + cell : cell + fill;
      })
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => '─'.repeat(width)).join('  '));
  return lines.join('\n');
}
