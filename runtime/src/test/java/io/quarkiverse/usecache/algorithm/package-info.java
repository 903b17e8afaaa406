/** The algorithm without an application: what tests of several modules need for it. */
package io.quarkiverse.usecache.algorithm;
