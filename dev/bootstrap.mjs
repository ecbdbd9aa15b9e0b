// The first file anyone's machine runs: it uses nothing that an old Node would not parse, so that it can say what is missing.
const wanted = { major: 20, minor: 19 };
const version = process.versions.node.split('.').map(Number);

if (version[0] < wanted.major || (version[0] === wanted.major && version[1] < wanted.minor)) {
  console.error(
    'Perennial needs Node.js ' +
      wanted.major +
      '.' +
      wanted.minor +
      ' or newer; this is ' +
      process.versions.node +
      '.',
  );
  process.exitCode = 1;
} else {
  void import('./bootstrap/main.mjs').then((bootstrap) => bootstrap.main(process.argv[2], process.argv.slice(3)));
}
