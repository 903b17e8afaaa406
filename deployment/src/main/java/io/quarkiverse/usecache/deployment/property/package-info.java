/** Finds what a tag template can read of a type: its properties and its elements. */
package io.quarkiverse.usecache.deployment.property;
