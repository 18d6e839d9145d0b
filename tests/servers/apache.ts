import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProcess } from './start-process.ts';
import { isRoot, makeFolders, SERVER_USER, type Start, writePasswords } from './test-server.ts';

const MODULES =
  'mpm_event authz_core authn_core authn_file authz_user auth_basic dir mime dav dav_fs filter deflate'.split(' ');

/** Apache with mod_dav, and with mod_deflate as distributions ship it. */
export const startApache: Start = (folder, port) => {
  makeFolders(folder, 'root/dav', 'locks');
  const config = join(folder, 'apache.conf');
  writeFileSync(
    config,
    `
ServerRoot "/usr/lib/apache2"
Listen 127.0.0.1:${port}
ServerName localhost
PidFile "${folder}/apache.pid"
ErrorLog "${folder}/error.log"
DefaultRuntimeDir "${folder}"
${MODULES.map((name) => `LoadModule ${name}_module modules/mod_${name}.so`).join('\n')}
TypesConfig /dev/null
${isRoot ? `User ${SERVER_USER}\nGroup ${SERVER_USER}` : ''}
DAVLockDB "${folder}/locks/DAVLock"
DocumentRoot "${folder}/root"
AddOutputFilterByType DEFLATE text/html text/plain text/xml application/xml
<Directory "${folder}/root">
  Require all denied
</Directory>
<Directory "${folder}/root/dav">
  DAV On
  DavDepthInfinity Off
  AuthType Basic
  AuthName dav
  AuthUserFile "${writePasswords(folder)}"
  Require valid-user
</Directory>
`,
  );
  return startProcess('/usr/sbin/apache2', ['-f', config, '-DFOREGROUND'], port);
};
