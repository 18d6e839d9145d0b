import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProcess } from './start-process.ts';
import { isRoot, makeFolders, SERVER_USER, type Start, writePasswords } from './test-server.ts';

export const startLighttpd: Start = (folder, port) => {
  makeFolders(folder, 'root/dav', 'temporary', 'locks');
  const config = join(folder, 'lighttpd.conf');
  writeFileSync(
    config,
    `
server.modules = ("mod_auth", "mod_authn_file", "mod_webdav")
server.bind = "127.0.0.1"
server.port = ${port}
${isRoot ? `server.username = "${SERVER_USER}"\nserver.groupname = "${SERVER_USER}"` : ''}
server.document-root = "${folder}/root"
server.upload-dirs = ("${folder}/temporary")
auth.backend = "htpasswd"
auth.backend.htpasswd.userfile = "${writePasswords(folder)}"
auth.require = ("/dav/" => ("method" => "basic", "realm" => "dav", "require" => "valid-user"))
$HTTP["url"] =~ "^/dav($|/)" {
  webdav.activate = "enable"
  webdav.is-readonly = "disable"
  webdav.sqlite-db-name = "${folder}/locks/webdav.db"
}
`,
  );
  return startProcess('/usr/sbin/lighttpd', ['-D', '-f', config], port);
};
