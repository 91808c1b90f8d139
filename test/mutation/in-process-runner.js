import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { transformSync } from '@swc/core';
import { expect } from 'expect';

/**
 * A test runner for Stryker that evaluates the specs in its own process, all of them anew for each mutant. Starting Jest takes a
 * second of CPU each time, these specs a tenth of that, and there are two thousand mutants.
 *
 * It knows what these specs use: `describe`, `it`, `it.each` with rows, and `expect`; tests are synchronous.
 */
const SPECS = ['libs/solver/src/kernel', 'libs/solver/src/recreate', 'libs/solver/src'];
const NOT_FOR_MUTANTS = /property|bad-input|solve\.spec/;

/** A mutant that loops for ever: cut off by the count of its own hits, or by the clock where it is not hit again. */
const MOST_HITS = 2_000_000;
const SHORTEST_LIMIT_MS = 4000;
/** So many times as long as the specs take on this machine at this hour. */
const SLOWEST = 10;

class InProcessRunner {
  modules = new Map();
  limitMs = undefined;

  async init() {
    this.specs = SPECS.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.spec.ts') && !NOT_FOR_MUTANTS.test(name))
        .map((name) => path.resolve(folder, name)),
    );
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  /** Once to compile everything, once to see how long it takes. */
  async dryRun() {
    this.runAll(this.specs);
    const startedAt = performance.now();
    const { failure, tests } = this.runAll(this.specs);
    this.limitMs = Math.round(SHORTEST_LIMIT_MS + SLOWEST * (performance.now() - startedAt));
    if (failure !== null) return { status: 'error', errorMessage: `${failure.name}: ${failure.message}` };
    return { status: 'complete', tests: tests.map((name) => ({ id: name, name, timeSpentMs: 1, status: 0 })) };
  }

  /** The specs beside the mutated file come first: most mutants go no further. */
  async mutantRun({ activeMutant, sandboxFileName }) {
    const near = sandboxFileName.replace(/\.ts$/, '.spec.ts');
    const specs = [...this.specs].sort((one, other) => Number(other === near) - Number(one === near));
    globalThis.__stryker__ = { activeMutant: activeMutant.id, hitCount: 0, hitLimit: MOST_HITS };
    const { failure, tests } = this.runAll(specs);
    const isEndless = globalThis.__stryker__.hitCount > MOST_HITS || failure?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    if (isEndless) return { status: 'timeout' };
    if (failure === null) return { status: 'survived', nrOfTests: tests.length };
    return { status: 'killed', killedBy: [failure.name], failureMessage: failure.message, nrOfTests: tests.length };
  }

  /** Runs up to the first test that fails. */
  runAll(specs) {
    const tests = [];
    const loaded = new Map();
    const run = { name: 'loading', tests };
    globalThis.runSpecs = () => {
      for (const spec of specs) {
        for (const { name, test } of this.testsOf(spec, loaded, run)) {
          run.name = name;
          test();
          tests.push(name);
        }
      }
    };
    try {
      vm.runInThisContext('runSpecs()', this.limitMs === undefined ? {} : { timeout: this.limitMs });
      return { failure: null, tests };
    } catch (error) {
      return { failure: { name: run.name, message: String(error?.message ?? error), code: error?.code }, tests };
    }
  }

  testsOf(spec, loaded, run) {
    const tests = [];
    const titles = [path.basename(spec)];
    run.name = titles[0];
    const it = (title, test) => tests.push({ name: [...titles, title].join(' › '), test });
    it.each = (rows) => (title, test) =>
      rows.forEach((row, index) => it(`${title} (${index})`, () => test(...(Array.isArray(row) ? row : [row]))));
    const describe = (title, body) => {
      titles.push(title);
      body();
      titles.pop();
    };
    Object.assign(globalThis, { describe, it, expect });
    this.load(spec, loaded);
    return tests;
  }

  load(file, loaded) {
    const known = loaded.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    loaded.set(file, module);
    const fromPackages = createRequire(file);
    const require = (name) =>
      name.startsWith('.')
        ? this.load(path.resolve(path.dirname(file), name.replace(/\.js$/, '.ts')), loaded)
        : fromPackages(name);
    this.compiled(file)(module.exports, require, module);
    return module.exports;
  }

  /** Read and compiled once; evaluated for each mutant. */
  compiled(file) {
    const known = this.modules.get(file);
    if (known !== undefined) return known;
    const { code } = transformSync(readFileSync(file, 'utf8'), {
      swcrc: false,
      filename: file,
      module: { type: 'commonjs' },
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    });
    const compiled = vm.runInThisContext(`(function (exports, require, module) {${code}\n})`, { filename: file });
    this.modules.set(file, compiled);
    return compiled;
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }];
