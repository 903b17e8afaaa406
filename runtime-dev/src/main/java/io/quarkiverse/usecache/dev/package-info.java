/** What the pages of Dev UI have in common. */
package io.quarkiverse.usecache.dev;
