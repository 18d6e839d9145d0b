// The protocol of CouchDB on a free port, everything in memory. Run from the folder where its packages are installed.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, port] = process.argv.slice(2);
const packages = createRequire(join(folder, 'package.json'));
// Its own version of express: under the next, query strings are read differently.
const express = createRequire(packages.resolve('express-pouchdb'))('express');
const PouchDB = packages('pouchdb-core')
  .plugin(packages('pouchdb-adapter-memory'))
  .plugin(packages('pouchdb-mapreduce'))
  .plugin(packages('pouchdb-find'));
const couch = packages('express-pouchdb')(PouchDB.defaults({ adapter: 'memory' }), {
  mode: 'minimumForPouchDB',
});
const app = express();
app.use('/', couch);
app.listen(Number(port), '127.0.0.1');
