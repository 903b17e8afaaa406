/** Tag templates, evaluated for one call. */
package io.quarkiverse.usecache.runtime.template;
