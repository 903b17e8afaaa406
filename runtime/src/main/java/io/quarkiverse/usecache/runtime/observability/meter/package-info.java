/** What Micrometer is given, where the application has it. */
package io.quarkiverse.usecache.runtime.observability.meter;
