// The rows that pass as CSV, with the columns, the quoting and the disarmed formulas of `rasd convert --extra-columns`
// (src/sink/delimited_sink.cpp, src/sink/cell_text.cpp).

const FORMULA = /^[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/;
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const CELL_UNITS = 32767;

function fittedCell(text) {
  if (text.length <= CELL_UNITS) return text;
  const isPair = /[\uD800-\uDBFF]/.test(text[CELL_UNITS - 2]); // a character of two units stays whole
  return `${text.slice(0, CELL_UNITS - (isPair ? 2 : 1))}…`;
}
function csvText(text) {
  const safe = fittedCell((FORMULA.test(text) ? `'${text}` : text).replace(UNPRINTABLE, "\uFFFD"));
  return /[,"\r\n]|^ | $/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csvOf(rows) {
  // Each value is written once.
  const columns = DATA.table.map(([name, kind]) => ({ rows: DATA.columns[name].rows, cells: ["", ...DATA.columns[name].values.map((v) => (kind === "text" ? csvText(v) : String(v)))] }));
  const lines = [DATA.table.map(([name]) => name).join(",")];
  for (const i of rows) lines.push(columns.map(({ rows: numbersOfRows, cells }) => cells[numbersOfRows[i] ?? 0]).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function saveCsv() {
  const address = URL.createObjectURL(new Blob([csvOf(table.rows)], { type: "text/csv;charset=utf-8" }));
  const link = make("a", { href: address, download: "events.csv" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
  announce(t("saved", { n: table.rows.length }));
}
