/** Parses tag templates and checks them against the methods that they are written for. */
package io.quarkiverse.usecache.deployment.template;
