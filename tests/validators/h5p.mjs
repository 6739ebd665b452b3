// Checks an unpacked H5P package with the validator of the Lumi platform; says what is wrong and ends with 1 if anything is.
import validator from '@lumieducation/h5p-server/build/src/PackageValidator.js';
import config from '@lumieducation/h5p-server/build/src/implementation/H5PConfig.js';

try {
  await new validator.default(new config.default()).validateExtractedPackage(process.argv[2], true, false);
} catch (e) {
  console.log(e.message, JSON.stringify(e.errors ?? e.getErrors?.() ?? []));
  process.exitCode = 1;
}
