import highs from 'highs';

/** The package's types describe its CommonJS form; as an ES module its default export is the loader itself. */
const load = typeof highs === 'function' ? highs : highs.default;

/** HiGHS, the linear and mixed-integer solver of the University of Edinburgh (WebAssembly, 3.5 MB, some 0.2 s of CPU). */
export type Highs = Awaited<ReturnType<typeof load>>;

export function loadHighs(): Promise<Highs> {
  return load();
}
