import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { IsoWeek } from '@hemtjanst/domain';
import { loadStreetNetwork } from '@hemtjanst/street-network';
import { UnitImportsService } from '../modules/unit-imports/unit-imports.service.js';
import { UnitsService } from '../modules/units/units.service.js';
import { inventUnit } from '../unit-folder/invent-unit/invent-unit.js';
import { withPastWeeks } from '../unit-folder/invent-unit/with-past-weeks.js';
import { writeUnitFolder } from '../unit-folder/write-unit-folder.js';

const DEMO_CODE = 'demo';
const DEMO_NAME = 'Demoenheten';
/** The size of the unit that the product was first made for (domain.md section 0). */
const DEMO_SIZE = { brukare: 850, employees: 190, groups: 7, premises: 5, seed: 1 };

export async function findDemoUnit(app: INestApplicationContext): Promise<string | null> {
  const unit = await app.get(UnitsService, { strict: false }).findUnitByCode(DEMO_CODE);
  return unit?.id ?? null;
}

/** Invents a unit on the streets of the map and brings it in the way any unit comes in: as a folder of files. */
export async function importDemoUnit(app: INestApplicationContext, mapFile: string, week: IsoWeek): Promise<string> {
  const streetPoints = (await loadStreetNetwork(mapFile)).streetPoints();
  const unit = withPastWeeks(inventUnit({ ...DEMO_SIZE, name: DEMO_NAME, week, streetPoints }), week);
  const folder = await mkdtemp(path.join(tmpdir(), 'ramrutt-demo-'));
  try {
    await writeUnitFolder(folder, unit);
    const imports = app.get(UnitImportsService, { strict: false });
    const { unitId } = await imports.importUnitFolder({ code: DEMO_CODE, name: DEMO_NAME }, folder);
    return unitId;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
