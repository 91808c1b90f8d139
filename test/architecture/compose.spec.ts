import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** docker-compose.yml cannot be run where this is built: its facts are checked against what OSRM and BullMQ document. */
const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true });
const { services } = compose;
const OSRM_SERVERS = ['osrm-cykel', 'osrm-elcykel'] as const;

describe('docker-compose.yml', () => {
  it('has the database, the queue, streets for bike and e-bike, the API and the worker', () => {
    expect(Object.keys(services).sort()).toEqual(
      ['api', 'osrm-cykel', 'osrm-elcykel', 'osrm-import', 'postgres', 'redis', 'worker'].sort(),
    );
  });

  it('runs PostgreSQL 18 and a Redis that throws nothing away', () => {
    expect(services.postgres.image).toBe('postgres:18');
    expect(services.postgres.volumes).toEqual(['postgres:/var/lib/postgresql']);
    const redis = services.redis.command.join(' ');
    expect(redis).toContain('--appendonly yes');
    expect(redis).toContain('--maxmemory-policy noeviction');
  });

  it('pins OSRM to a tag that is published', () => {
    for (const name of [...OSRM_SERVERS, 'osrm-import']) {
      expect(services[name].image).toBe('ghcr.io/project-osrm/osrm-backend:v26.8.0-debian');
    }
  });

  it.each(OSRM_SERVERS)(
    'serves %s from contraction hierarchies, without access log, unreachable from outside',
    (name) => {
      const mode = name.replace('osrm-', '');
      expect(services[name].command.join(' ')).toBe(
        `osrm-routed --algorithm ch --max-table-size 1000 -t 2 /data/${mode}.osrm`,
      );
      expect(services[name].environment.DISABLE_ACCESS_LOGGING).toBe('1');
      expect(services[name].read_only).toBe(true);
      expect(services[name]).not.toHaveProperty('ports');
      expect(services[name].healthcheck.test).toEqual(['CMD', 'bash', '-c', 'exec 3<>/dev/tcp/127.0.0.1/5000']);
    },
  );

  it('makes both street sets in one step, for contraction hierarchies, by our own profiles and with a version told', () => {
    expect(services['osrm-import'].command).toEqual(['bash', '/profiles/import-map.sh']);
    expect(services['osrm-import'].volumes).toContain('./libs/osrm-client/profiles:/profiles:ro');
    const script = readFileSync('libs/osrm-client/profiles/import-map.sh', 'utf8');
    expect(script).toContain(
      'osrm-extract -p "/profiles/$mode.lua" --data_version "$version" -o "/data/new/$mode" "$map"',
    );
    expect(script).toContain('osrm-contract "/data/new/$mode.osrm"');
    for (const mode of ['cykel', 'elcykel']) {
      expect(script).toContain(mode);
      const profile = readFileSync(`libs/osrm-client/profiles/${mode}.lua`, 'utf8');
      expect(profile).toContain("dofile(folder .. '/bicycle-like.lua')");
      expect(existsSync('libs/osrm-client/profiles/bicycle-like.lua')).toBe(true);
    }
  });

  it('lets the worker be scaled: no name, no port, and the API works no jobs itself', () => {
    expect(services.worker).not.toHaveProperty('container_name');
    expect(services.worker).not.toHaveProperty('ports');
    expect(services.worker.command).toEqual(['node', 'dist/src/worker.js']);
    expect(services.api.environment.RUN_WORKER).toBe('no');
  });

  it('holds no secret: each comes from the environment, and is asked for when missing', () => {
    for (const name of ['api', 'worker']) {
      expect(services[name].environment.SESSION_SECRET).toMatch(/^\$\{SESSION_SECRET:\?/);
      expect(services[name].environment.DATABASE_URL).toMatch(
        /^postgres:\/\/ramrutt:\$\{POSTGRES_PASSWORD:\?[^}]+\}@postgres:5432\/ramrutt$/,
      );
    }
    expect(services.postgres.environment.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
  });

  it('starts the service only when database and queue answer', () => {
    for (const name of ['api', 'worker']) {
      expect(services[name].depends_on).toEqual({
        postgres: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
      });
    }
  });

  it('names every volume it uses', () => {
    expect(Object.keys(compose.volumes).sort()).toEqual(['postgres', 'redis', 'streets']);
  });
});
