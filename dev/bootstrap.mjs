// Every old Node version must be able to parse this file, so that it can print which version is required.
const required = { major: 20, minor: 19 };
const version = process.versions.node.split('.').map(Number);

if (version[0] < required.major || (version[0] === required.major && version[1] < required.minor)) {
  console.error(
    'Perennial needs Node.js ' +
      required.major +
      '.' +
      required.minor +
      ' or newer; this is ' +
      process.versions.node +
      '.',
  );
  process.exitCode = 1;
} else {
  void import('./bootstrap/main.mjs').then((bootstrap) => bootstrap.main(process.argv[2], process.argv.slice(3)));
}
