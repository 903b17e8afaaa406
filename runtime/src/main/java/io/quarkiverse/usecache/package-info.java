/** What an application imports: annotations, and the beans and values that go with them. */
package io.quarkiverse.usecache;
