package io.quarkiverse.usecache.deployment.openapi;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** What the endpoint's operations take and return. */
final class Schemas {

    private Schemas() {
    }

    static Content json(String type, Schema schema) {
        return OASFactory.createContent().addMediaType(type, OASFactory.createMediaType().schema(schema));
    }

    static Schema object() {
        return of(SchemaType.OBJECT);
    }

    static Schema text() {
        return of(SchemaType.STRING);
    }

    static Schema revalidation() {
        return object().addProperty("tags", of(SchemaType.ARRAY).items(of(SchemaType.STRING)).minItems(1).maxItems(1000))
                .addProperty("mode", of(SchemaType.STRING).enumeration(List.of("expire", "stale")).defaultValue("expire"))
                .addProperty("dryRun", of(SchemaType.BOOLEAN).defaultValue(false))
                .addProperty("count", of(SchemaType.BOOLEAN).defaultValue(false)).addRequired("tags");
    }

    static Schema clearing() {
        return object().addProperty("cache", of(SchemaType.STRING)).addProperty("all", of(SchemaType.BOOLEAN));
    }

    static Schema problem() {
        return object().addProperty("type", of(SchemaType.STRING)).addProperty("title", of(SchemaType.STRING))
                .addProperty("status", of(SchemaType.INTEGER)).addProperty("detail", of(SchemaType.STRING))
                .addProperty("field", of(SchemaType.STRING));
    }

    static Stream<Parameter> entriesParameters() {
        return Stream.of(parameter("tag", of(SchemaType.ARRAY).items(of(SchemaType.STRING))),
                parameter("cache", of(SchemaType.STRING)), limit(), offset(),
                parameter("values", of(SchemaType.BOOLEAN).defaultValue(false)));
    }

    static Stream<Parameter> changesParameters() {
        return Stream.of(parameter("tag", of(SchemaType.ARRAY).items(of(SchemaType.STRING)).maxItems(128)),
                parameter("Last-Event-ID", of(SchemaType.STRING)).in(In.HEADER));
    }

    static Stream<Parameter> tagsParameters() {
        return Stream.of(parameter("q", of(SchemaType.STRING)), limit(), offset());
    }

    private static Parameter limit() {
        return parameter("limit", number(1, 1_000).defaultValue(100));
    }

    private static Parameter offset() {
        return parameter("offset", number(0, 10_000).defaultValue(0));
    }

    private static Schema number(int minimum, int maximum) {
        return of(SchemaType.INTEGER).minimum(BigDecimal.valueOf(minimum)).maximum(BigDecimal.valueOf(maximum));
    }

    private static Parameter parameter(String name, Schema schema) {
        return OASFactory.createParameter().name(name).in(In.QUERY).schema(schema);
    }

    private static Schema of(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
