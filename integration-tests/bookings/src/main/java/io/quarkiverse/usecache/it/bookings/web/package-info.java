/** The demo over HTTP: what the page asks, with what ran for each answer. */
package io.quarkiverse.usecache.it.bookings.web;
