/** The algorithm without an application, in which time stands still: what the tools are let loose on. */
package io.quarkiverse.usecache.it.concurrency.registry;
