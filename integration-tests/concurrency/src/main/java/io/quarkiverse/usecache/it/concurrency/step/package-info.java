/** For jcstress: two steps of the algorithm against each other, with the outcome that is forbidden. */
package io.quarkiverse.usecache.it.concurrency.step;
