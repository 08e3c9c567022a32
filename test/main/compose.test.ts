import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { onPath, whenPresent } from '../support/requirements';

interface Service {
  image?: string;
  build?: string;
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  ports?: string[];
  volumes?: string[];
  healthcheck?: { test: string[]; interval: string; timeout: string; retries: number };
}

const root = resolve(__dirname, '..', '..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const compose = parse(text('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);
const ours = services.filter(([, service]) => service.build !== undefined);
const documented = [...text('.env.example').matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name);

describe('docker-compose.yml', () => {
  it('has each part of an installation', () => {
    expect(Object.keys(compose.services).sort()).toEqual([
      'mailpit',
      'postgres',
      'server',
      'temporal',
      'temporal-ui',
      'worker',
    ]);
  });

  it.each(services)('%s is built here or comes at a fixed version', (_name, { image, build }) => {
    if (build === undefined) expect(image).toMatch(/^[a-z0-9./-]+:v?\d+(\.\d+)*$/);
    else expect(existsSync(join(root, build, 'Dockerfile'))).toBe(true);
  });

  it.each(services)('%s waits for services that exist, and whose health can be told', (_name, service) => {
    for (const [name, { condition }] of Object.entries(service.depends_on ?? {})) {
      expect(compose.services[name]).toBeDefined();
      expect(condition).toBe('service_healthy');
      expect(compose.services[name]?.healthcheck?.test[0]).toMatch(/^CMD(-SHELL)?$/);
    }
  });

  it('starts nothing that waits for itself', () => {
    const reaches = (name: string, seen: string[]): boolean =>
      seen.includes(name) ||
      Object.keys(compose.services[name]?.depends_on ?? {}).some((next) => reaches(next, [...seen, name]));
    expect(services.filter(([name]) => reaches(name, [])).map(([name]) => name)).toEqual([]);
  });

  it('declares every volume that is mounted by name, and mounts every one declared', () => {
    const mounted = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0] ?? ''));
    expect(mounted.sort()).toEqual(Object.keys(compose.volumes).sort());
  });

  it('opens its ports to this machine only, each once', () => {
    const ports = services.flatMap(([, service]) => service.ports ?? []);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
    expect(new Set(ports.map((port) => port.split(':')[1])).size).toBe(ports.length);
  });

  it.each(ours)('%s is given names that .env.example tells of', (_name, { environment = {} }) => {
    expect(Object.keys(environment).filter((name) => !documented.includes(name))).toEqual([]);
  });

  it.each(ours)('%s is given a database, an engine, mail and an address', (_name, { environment = {} }) => {
    const needed = ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'SMTP_URL', 'MAIL_FROM', 'PUBLIC_URL'];
    expect(Object.keys(environment)).toEqual(expect.arrayContaining(needed));
  });

  it.each(ours)('%s reaches the others by the names they have here', (_name, { environment = {} }) => {
    const hosts = ['DATABASE_URL', 'SMTP_URL'].map((name) => new URL(environment[name] ?? '').hostname);
    const [temporal] = (environment.TEMPORAL_ADDRESS ?? '').split(':');
    for (const host of [...hosts, temporal ?? '']) expect(Object.keys(compose.services)).toContain(host);
  });

  it.each(ours)('%s runs a process that main/ has', (_name, { command }) => {
    const started = command ?? (JSON.parse(/^CMD (.+)$/m.exec(text('Dockerfile'))?.[1] ?? '[]') as string[]);
    const source = (started[1] ?? '').replace(/^dist\//, '').replace(/\.js$/, '.ts');
    expect(started[0]).toBe('node');
    expect(existsSync(join(root, source))).toBe(true);
  });

  whenPresent('by the Compose implementation itself', composeProgram, () => {
    it('is valid', () => {
      const { status, stdout, stderr } = spawnSync('docker-compose', ['-f', 'docker-compose.yml', 'config'], {
        cwd: root,
        encoding: 'utf8',
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(Object.keys((parse(stdout) as typeof compose).services).sort()).toEqual(
        Object.keys(compose.services).sort(),
      );
    });
  });
});

/** `config` needs no engine; the Debian package docker-compose has it. */
function composeProgram(): true | string {
  return onPath('docker-compose') || 'docker-compose is not on the PATH: apt-get install docker-compose';
}
