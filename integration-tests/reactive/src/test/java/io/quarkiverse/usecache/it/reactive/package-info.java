/** What cached methods and the sessions of Hibernate Reactive do to each other. */
package io.quarkiverse.usecache.it.reactive;
