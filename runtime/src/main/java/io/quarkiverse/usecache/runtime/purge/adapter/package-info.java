/** How Varnish, Fastly, Cloudflare and Next.js are asked to purge. */
package io.quarkiverse.usecache.runtime.purge.adapter;
