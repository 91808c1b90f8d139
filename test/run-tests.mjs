import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/*
 * `npm test`: every project of jest.config.js once, then why tests were left out, and a last line with the sums.
 * Further arguments go to Jest, for example `npm test -- test/integration/platform-jobs`.
 */
const folder = mkdtempSync(path.join(tmpdir(), 'ramrutt-results-'));
const resultFile = path.join(folder, 'results.json');

const exitCode = await runJest(['--json', `--outputFile=${resultFile}`, '--maxWorkers=2', ...process.argv.slice(2)]);
const sums = report(readResults());
rmSync(folder, { recursive: true, force: true });
process.exitCode = exitCode === 0 && sums.failed === 0 && sums.passed > 0 ? 0 : 1;

function runJest(args) {
  const jest = path.resolve('node_modules/jest/bin/jest.js');
  // Jest writes its report on stderr; with --json it repeats the whole result on stdout, which nobody reads.
  const child = spawn(process.execPath, [jest, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

function readResults() {
  try {
    return JSON.parse(readFileSync(resultFile, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numRuntimeErrorTestSuites: 0, testResults: [] };
  }
}

function report(results) {
  const skippedSuites = results.testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status === 'pending' || test.status === 'todo')
      .map((test) => test.ancestorTitles[0] ?? test.title),
  );
  for (const title of new Set(skippedSuites)) process.stdout.write(`skipped: ${title}\n`);
  const passed = results.numPassedTests;
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const skipped = results.numPendingTests;
  process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  return { passed, failed };
}
