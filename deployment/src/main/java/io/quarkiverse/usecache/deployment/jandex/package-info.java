/** Names, places and the type hierarchy of the classes in the index. */
package io.quarkiverse.usecache.deployment.jandex;
