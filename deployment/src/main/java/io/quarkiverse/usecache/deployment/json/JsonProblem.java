package io.quarkiverse.usecache.deployment.json;

/**
 * Why JSON cannot carry a value.
 *
 * @param what a sentence without its end
 * @param remedy a sentence without its end
 */
public record JsonProblem(String what, String remedy) {
}
