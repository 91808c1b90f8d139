import type { Coordinate } from '../place/coordinate.js';
import type { LocalDate, Minutes, MinuteOfDay } from '../time/units.js';
import type { TravelMode } from '../travel/travel-mode.js';

export type Gender = 'K' | 'M';
export type Pet = 'hund' | 'katt';
/** How the door is opened (domain.md section 7): digital key, port code, or a metal key fetched at the premises. */
export type KeyKind = 'nyckelfri' | 'portkod' | 'metall';

/** Where a work group has its office: shifts start and end here. */
export interface Premises {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  readonly coordinate: Coordinate;
}

/** Employees and brukare that are planned together; geographic. */
export interface WorkGroup {
  readonly id: string;
  readonly name: string;
  readonly premisesId: string;
  readonly kind: 'ordinarie' | 'demens';
}

/** A person who receives home care. `id` is the unit's kundnummer. */
export interface Brukare {
  readonly id: string;
  readonly name: string;
  readonly birthYear: number;
  /** Null where the unit's file does not say. */
  readonly gender: Gender | null;
  readonly address: string;
  /** Null for a protected identity without coordinate: such visits take a manual travel time. */
  readonly coordinate: Coordinate | null;
  readonly workGroupId: string;
  readonly kontaktmanId: string | null;
  /** Must be an undersköterska (law from 1 July 2023; domain.md section 4). */
  readonly fastOmsorgskontaktId: string | null;
  readonly keyKind: KeyKind;
  readonly floor: number;
  readonly hasLift: boolean;
  /** Measured minutes from the entrance to inside the door; null: what key, floor and lift take by the unit's settings. */
  readonly doorMinutes: number | null;
  readonly isProtected: boolean;
  /** Hard by default: who may come (unit setting `genderWish`). */
  readonly wishedGender: Gender | null;
  readonly bannedEmployeeIds: readonly string[];
  readonly pets: readonly Pet[];
  readonly isSmoker: boolean;
  readonly language: string | null;
}

/** `id` is the anställningsnummer. */
export interface Employee {
  readonly id: string;
  readonly name: string;
  readonly workGroupId: string;
  readonly title: 'underskoterska' | 'vardbitrade';
  readonly employment: 'tillsvidare' | 'tim';
  /** Share of full time, 0–1; null for tim. */
  readonly employmentRate: number | null;
  readonly competences: readonly string[];
  readonly mode: TravelMode;
  readonly gender: Gender | null;
  readonly languages: readonly string[];
  readonly toleratesDogs: boolean;
  readonly toleratesCats: boolean;
  readonly toleratesSmoke: boolean;
}

/** A rostered working day from the schedule system; never crosses midnight (nights are bought from elsewhere, domain.md section 0). */
export interface Shift {
  readonly id: string;
  readonly employeeId: string;
  readonly onDate: LocalDate;
  readonly startsAt: MinuteOfDay;
  readonly endsAt: MinuteOfDay;
  /** Unpaid rast inside the shift. */
  readonly breakMinutes: Minutes;
  readonly premisesId: string;
  readonly mode: TravelMode;
  readonly workGroupId: string;
  /** Answers trygghetslarm for the group: a share of the shift is kept free. */
  readonly isLarmansvarig: boolean;
}

/** Somebody is away in the half-open local interval [from, to). */
export interface Absence {
  readonly person: { readonly kind: 'employee' | 'brukare'; readonly id: string };
  readonly fromDate: LocalDate;
  readonly fromMinute: MinuteOfDay;
  readonly toDate: LocalDate;
  readonly toMinute: MinuteOfDay;
  readonly reason: string | null;
}

/** A visit done before the planned week: what continuity counts from. */
export interface HistoryVisit {
  readonly brukareId: string;
  readonly employeeId: string;
  readonly onDate: LocalDate;
  readonly startsAt: MinuteOfDay;
  readonly endsAt: MinuteOfDay;
  /** `besok` counts for continuity; `larm`, `matleverans`, `hemsjukvard` and others do not (Kolada, domain.md section 3). */
  readonly kind: string;
}
