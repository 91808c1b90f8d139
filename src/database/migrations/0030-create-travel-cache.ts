import { ForwardMigration } from '../forward-migration.js';

/**
 * Travel times that were asked once, so that a plan does not ask them again. Coordinates only: nothing here says who
 * lives there. Everything in these tables can be made anew from the map.
 */
export class CreateTravelCache extends ForwardMigration {
  readonly number = 30;
  readonly title = 'create-travel-cache';
  readonly statements = [
    // Millionths of a degree: 10 cm. An id is never used again, so that a cell of a place that is gone means nothing.
    `CREATE TABLE travel_place (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      lon_microdegrees integer NOT NULL CHECK (lon_microdegrees BETWEEN -180000000 AND 180000000),
      lat_microdegrees integer NOT NULL CHECK (lat_microdegrees BETWEEN -90000000 AND 90000000),
      used_on date NOT NULL DEFAULT current_date,
      UNIQUE (lon_microdegrees, lat_microdegrees)
    )`,
    `CREATE INDEX travel_place_used_idx ON travel_place (used_on)`,

    // One version of one map (or of one server's data) and the rules it is ridden by.
    `CREATE TABLE travel_map_version (
      map_id text NOT NULL CHECK (length(map_id) BETWEEN 1 AND 200),
      mode text NOT NULL CHECK (mode IN ('gang', 'cykel', 'elcykel', 'bil')),
      noted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (map_id, mode)
    )`,

    // Ten bytes per pair: the place gone to (4), whole seconds (3) and metres (3), little-endian; all ones: no way.
    // A new address is one new row, and ten bytes more in each of the others: its column.
    `CREATE TABLE travel_row (
      map_id text NOT NULL,
      mode text NOT NULL,
      from_place_id integer NOT NULL REFERENCES travel_place (id) ON DELETE CASCADE,
      snap_meters real,
      pairs bytea NOT NULL CHECK (length(pairs) % 10 = 0),
      PRIMARY KEY (map_id, mode, from_place_id),
      FOREIGN KEY (map_id, mode) REFERENCES travel_map_version (map_id, mode) ON DELETE CASCADE
    )`,
    `CREATE INDEX travel_row_place_idx ON travel_row (from_place_id)`,
    // Random bytes do not compress: trying to costs more than the pages.
    `ALTER TABLE travel_row ALTER COLUMN pairs SET STORAGE EXTERNAL`,
  ];
}
