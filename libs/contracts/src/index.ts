// Request and response schemas, one file per resource, in flow order; see README.md.
export * from './fields.js';
export * from './page.js';
export * from './units.js';
export * from './work-groups.js';
export * from './employees.js';
export * from './brukare.js';
export * from './ramtid-orders.js';
export * from './genomforandeplan.js';
export * from './visit-demands.js';
export * from './unit-imports.js';
