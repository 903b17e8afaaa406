/** For Lincheck: whole calls, and the order that has to explain what they returned. */
package io.quarkiverse.usecache.it.concurrency.call;
