/** Ceph's S3, on a cluster of one that forgets: monitor, storage in memory, gateway. */
import { AwsClient } from 'aws4fetch';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort, type Running, startProcess } from './start-process.ts';
import { KEYS, type Start } from './test-server.ts';

const execute = promisify(execFile);

export const startRadosgw: Start = async (folder, port) => {
  const monitor = await freePort();
  for (const name of ['mon', 'osd0', 'rgw', 'log', 'run']) mkdirSync(join(folder, name));
  const config = join(folder, 'ceph.conf');
  const cluster = randomUUID();
  writeFileSync(config, configOf(folder, { cluster, monitor, port }));
  const call = (line: string): Promise<unknown> => {
    const [program = '', ...args] = words(line);
    return execute(program, [...args, '-c', config], { cwd: folder });
  };
  const started: Running[] = [];
  const start = async (program: string, name: string, listensOn: number): Promise<void> => {
    started.unshift(await startProcess(program, ['-c', config, '-f', ...words(name)], listensOn));
  };
  const stop = async (): Promise<void> => {
    for (const running of started) await running.stop();
  };
  try {
    await call('ceph-authtool --create-keyring mon.keyring --gen-key -n mon. --cap mon "allow *"');
    await call(
      'ceph-authtool --create-keyring client.admin.keyring --gen-key -n client.admin' +
        ' --cap mon "allow *" --cap osd "allow *" --cap mgr "allow *"',
    );
    await call('ceph-authtool mon.keyring --import-keyring client.admin.keyring');
    await call(`monmaptool --create --fsid ${cluster} --addv a [v2:127.0.0.1:${monitor}] map`);
    await call('ceph-mon --mkfs -i a --monmap map --keyring mon.keyring');
    await start('ceph-mon', '-i a', monitor);
    await call('ceph auth get-or-create osd.0 mon "allow profile osd" osd "allow *" -o osd.0.keyring');
    const storage = randomUUID();
    await call(`ceph osd new ${storage} 0`);
    await call(`ceph-osd -i 0 --mkfs --osd-uuid ${storage}`);
    await call('ceph osd crush add osd.0 1.0 host=h1 root=default');
    // Its ports are of its own choice; the gateway waits for it.
    await start('ceph-osd', '-i 0', monitor);
    await call('ceph auth get-or-create client.rgw.a mon "allow rw" osd "allow rwx" -o client.rgw.a.keyring');
    await start('radosgw', '-n client.rgw.a', port);
    const keys = `--access-key=${KEYS.accessKey} --secret-key=${KEYS.secretKey}`;
    await call(`radosgw-admin user create --uid=reader --display-name=reader ${keys}`);
    await makeBucket(port);
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** Parts between spaces, or between double quotes. */
const words = (line: string): string[] => [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);

async function makeBucket(port: number): Promise<void> {
  const client = new AwsClient({ accessKeyId: KEYS.accessKey, secretAccessKey: KEYS.secretKey, service: 's3' });
  const answer = await client.fetch(`http://127.0.0.1:${port}/${KEYS.bucket}`, { method: 'PUT' });
  if (!answer.ok) throw new Error(`no bucket: ${answer.status} ${await answer.text()}`);
}

/** `paxos …`: one second for each change otherwise, of which there are many before it serves. */
function configOf(folder: string, of: { cluster: string; monitor: number; port: number }): string {
  return `
[global]
fsid = ${of.cluster}
mon host = v2:127.0.0.1:${of.monitor}/0
ms bind msgr1 = false
public addr = 127.0.0.1
cluster addr = 127.0.0.1
auth cluster required = cephx
auth service required = cephx
auth client required = cephx
keyring = ${folder}/$name.keyring
paxos propose interval = 0.02
paxos min wait = 0.01
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pg autoscale mode = off
mon allow pool size one = true
mon max pg per osd = 1000
osd crush chooseleaf type = 0
run dir = ${folder}/run
admin socket = ${folder}/run/$name.asok
log file = ${folder}/log/$name.log
pid file = ${folder}/run/$name.pid
[mon.a]
mon data = ${folder}/mon
keyring = ${folder}/mon/keyring
[osd.0]
osd data = ${folder}/osd0
osd objectstore = memstore
memstore device bytes = 1073741824
[client.rgw.a]
rgw data = ${folder}/rgw
rgw frontends = beast endpoint=127.0.0.1:${of.port}
rgw dns name = 127.0.0.1
rgw enable usage log = false
`;
}
