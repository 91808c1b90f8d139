import { Injectable } from '@nestjs/common';
import type { Gender } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';

export interface WatchedOrderRow {
  readonly id: string;
  readonly code: string;
  readonly brukare_id: string;
  readonly brukare_code: string;
  readonly from_date: string;
  readonly to_date: string | null;
  readonly received_on: string | null;
  /** Null: nothing agreed, or only a proposal. */
  readonly agreed_on: string | null;
  readonly follow_up_on: string | null;
}

export interface WatchedBrukareRow {
  readonly brukare_id: string;
  readonly brukare_code: string;
  readonly hours_per_month: number;
  /** Or has declined one, or obviously needs none. */
  readonly has_fast_omsorgskontakt: boolean;
}

/** Orders and plans that somebody must see to; reads the tables of the earlier stages and writes none. */
@Injectable()
export class WatchListRepository {
  constructor(private readonly database: Database) {}

  /** Orders in force, larm left out: it has no visits to agree on. */
  findOrders(unitId: string, asOf: string): Promise<readonly WatchedOrderRow[]> {
    return this.database.rows<WatchedOrderRow>(
      `SELECT ramtid_order.id, ramtid_order.code, brukare_id, brukare.code AS brukare_code, from_date, to_date, received_on,
         plan.agreed_on, coalesce(last.next_follow_up_on, plan.follow_up_on) AS follow_up_on
       FROM ramtid_order JOIN brukare ON brukare.id = brukare_id
       LEFT JOIN genomforandeplan plan
         ON plan.order_id = ramtid_order.id AND plan.replaced_at IS NULL AND plan.status = 'bekraftad'
       LEFT JOIN LATERAL (
         SELECT next_follow_up_on FROM genomforandeplan_follow_up
         WHERE order_id = ramtid_order.id AND followed_up_on >= plan.agreed_on
         ORDER BY followed_up_on DESC, recorded_at DESC LIMIT 1
       ) last ON true
       WHERE ramtid_order.unit_id = $1 AND kind <> 'larm' AND (to_date IS NULL OR to_date >= $2::date)
       ORDER BY to_date, ramtid_order.code COLLATE "C"`,
      [unitId, asOf],
    );
  }

  /** Brukare with an order of hemtjänst in force, and the hours of a month they have ordered. */
  findBrukare(unitId: string, asOf: string): Promise<readonly WatchedBrukareRow[]> {
    return this.database.rows<WatchedBrukareRow>(
      `SELECT brukare.id AS brukare_id, brukare.code AS brukare_code, sum(hours_per_month)::float8 AS hours_per_month,
         fast_omsorgskontakt_id IS NOT NULL OR EXISTS (
           SELECT FROM genomforandeplan plan JOIN ramtid_order agreed ON agreed.id = plan.order_id
           WHERE agreed.brukare_id = brukare.id AND plan.replaced_at IS NULL
             AND plan.fast_omsorgskontakt_status IN ('avbojd', 'uppenbart-obehovlig')
         ) AS has_fast_omsorgskontakt
       FROM ramtid_order JOIN brukare ON brukare.id = brukare_id
       WHERE ramtid_order.unit_id = $1 AND kind IN ('hemtjanst', 'tryggt_mottagande')
         AND from_date <= $2::date AND (to_date IS NULL OR to_date >= $2::date)
       GROUP BY brukare.id ORDER BY brukare.code COLLATE "C"`,
      [unitId, asOf],
    );
  }

  async findGenders(unitId: string): Promise<ReadonlyMap<string, Gender | null>> {
    const rows = await this.database.rows<{ id: string; gender: Gender | null }>(
      'SELECT id, gender FROM brukare WHERE unit_id = $1',
      [unitId],
    );
    return new Map(rows.map(({ id, gender }) => [id, gender]));
  }
}
