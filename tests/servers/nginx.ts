import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProcess } from './start-process.ts';
import { isRoot, makeFolders, SERVER_USER, type Start, writePasswords } from './test-server.ts';

const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** nginx with the extension without which it lists nothing. */
export const startNginx: Start = (folder, port) => {
  makeFolders(folder, 'root/dav', ...TEMPORARY);
  const config = join(folder, 'nginx.conf');
  writeFileSync(
    config,
    `
load_module /usr/lib/nginx/modules/ngx_http_dav_ext_module.so;
${isRoot ? `user ${SERVER_USER};` : ''}
worker_processes 1;
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 64; }
http {
  access_log off;
  client_max_body_size 64m;
  ${TEMPORARY.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    location /dav/ {
      root ${folder}/root;
      dav_methods PUT DELETE MKCOL;
      dav_ext_methods PROPFIND OPTIONS;
      auth_basic dav;
      auth_basic_user_file ${writePasswords(folder)};
    }
  }
}
`,
  );
  return startProcess('/usr/sbin/nginx', ['-e', join(folder, 'error.log'), '-c', config], port);
};
