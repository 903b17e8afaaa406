/** The build steps of the extension and the items they pass on: discover, validate, record. */
package io.quarkiverse.usecache.deployment;
