/** Values and arguments as text of bounded length, for people. */
package io.quarkiverse.usecache.dev.value;
