/** `npm run licences`: lists the licence of every package of production, and fails when one is not allowed. */
import { pathToFileURL } from 'node:url';
import { lockedPackages } from './read-lock.mjs';

/** Permissive: they require no more than to name the authors. CC-BY-4.0 is for data, not for code. */
const allowed = new Set(
  '0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC-BY-4.0 ISC MIT MIT-0 Python-2.0 Unlicense'.split(' '),
);
/** Programs that build and test, of which nothing is delivered. */
const allowedInDevelopment = new Set([...allowed, 'MPL-2.0']);
/** Packages whose package.json names no licence, with that of their LICENSE file. */
const readFromFile = { unionfs: 'Unlicense' };

/** Every package with its licence, and whether it is allowed. */
export function listLicences() {
  return lockedPackages().map(({ name, version, license, dev, devOptional }) => {
    const licence = license ?? readFromFile[name] ?? 'none';
    const isDevelopment = Boolean(dev || devOptional);
    return { name, version, licence, isDevelopment, isAllowed: isAllowed(licence, isDevelopment) };
  });
}

/** SPDX expressions as packages write them: alternatives of which one is enough, or several that all apply. */
function isAllowed(licence, isDevelopment) {
  const permitted = isDevelopment ? allowedInDevelopment : allowed;
  const alternatives = licence.replaceAll(/[()]/g, '').split(' OR ');
  return alternatives.some((alternative) => alternative.split(' AND ').every((name) => permitted.has(name)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const licences = listLicences();
  for (const { name, version, licence } of licences.filter(({ isDevelopment }) => !isDevelopment))
    console.log(`${licence.padEnd(20)} ${name}@${version}`);
  const refused = licences.filter((entry) => !entry.isAllowed);
  for (const { name, version, licence } of refused)
    console.error(`${name}@${version} has the licence "${licence}", which is not allowed. Use another package.`);
  if (refused.length > 0) process.exitCode = 1;
}
