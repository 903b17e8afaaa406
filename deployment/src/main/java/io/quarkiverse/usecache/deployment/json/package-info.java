/** What values are as JSON: types that can be carried to other nodes, and those that cannot. */
package io.quarkiverse.usecache.deployment.json;
