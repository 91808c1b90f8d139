// The records and rules in flow order; see README.md.
export * from './time/units.js';
export * from './place/coordinate.js';
export * from './errors.js';
export * from './violation.js';
export * from './travel/travel-mode.js';
export * from './people/people.js';
export * from './unit/work-group-area.js';
export * from './unit/unit-settings.js';
export * from './unit/care-unit.js';
export * from './ramtid-order/ramtid-order.js';
export * from './genomforandeplan/insats.js';
export * from './genomforandeplan/visit-template.js';
export * from './visit-demand/visit-demand.js';
export * from './weekly-plan/weekly-plan.js';
export * from './registered-time/time-registration.js';
