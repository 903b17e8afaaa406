/** An application of many extensions: each calls cached methods, or has them. */
package io.quarkiverse.usecache.it.neighbours;
