/**
 * Stops with one clear line on a Node that lacks what the program needs. Imported first, before anything that such a
 * Node could not even load.
 */

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(
    `Hexfix needs Node 22.13 or newer, and this is ${process.versions.node}. ` +
      'Start it with npm (npm start, npm run -s hexfix -- …), which brings its own Node.\n',
  );
  process.exit(1);
}
