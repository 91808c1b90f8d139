/** A cell that starts like this is run as a formula by a spreadsheet (OWASP CSV injection list, with full-width forms). */
const STARTS_AS_FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** Puts an apostrophe before a text a spreadsheet would run; {@link withoutFormulaGuard} takes it away again. */
export const withFormulaGuard = (text: string): string => (STARTS_AS_FORMULA.test(text) ? `'${text}` : text);

export const withoutFormulaGuard = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell);
