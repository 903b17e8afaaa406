/**
 * Finds mistakes: what the annotations cannot do where they are, and what they would do unexpectedly. Every message is
 * one sentence with the place and the remedy.
 */
package io.quarkiverse.usecache.deployment.check;
