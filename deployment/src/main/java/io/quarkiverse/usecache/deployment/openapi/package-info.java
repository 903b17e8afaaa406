/** Describes the HTTP endpoint in the OpenAPI document of the application. */
package io.quarkiverse.usecache.deployment.openapi;
