package io.quarkiverse.usecache.deployment.openapi;

import java.util.List;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Adds the endpoint's operations to the OpenAPI document. */
public final class EndpointDescription implements OASFilter {

    private static final String TAG = "Use Cache";

    private final String path;
    private final boolean changes;

    /**
     * @param path the endpoint's absolute path
     * @param changes whether clients can be told of changes
     */
    public EndpointDescription(String path, boolean changes) {
        this.path = path;
        this.changes = changes;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            document.setPaths(OASFactory.createPaths());
        }
        document.addTag(OASFactory.createTag().name(TAG).description("Revalidate tags, clear and look at the caches"));
        add(document, "revalidate", post("Revalidates every entry that carries one of the tags", Schemas.revalidation()));
        add(document, "clear", post("Drops every entry of one cache, or of all", Schemas.clearing()));
        add(document, "caches", get("The caches"));
        add(document, "tags", get("A page of the tags that entries carry"));
        add(document, "entries", get("A page of the entries"));
        Schemas.tagsParameters().forEach(document.getPaths().getPathItem(path + "/tags").getGET()::addParameter);
        Schemas.entriesParameters().forEach(document.getPaths().getPathItem(path + "/entries").getGET()::addParameter);
        if (changes) {
            add(document, "changes", changes());
        }
    }

    private void add(OpenAPI document, String name, PathItem item) {
        item.getOperations().values().forEach(operation -> operation.operationId("use_cache_" + name));
        document.getPaths().addPathItem(path + "/" + name, item);
    }

    private static PathItem post(String summary, Schema body) {
        Operation operation = operation(summary)
                .requestBody(OASFactory.createRequestBody().required(true).content(Schemas.json("application/json", body)));
        List.of("400", "413", "415", "503").forEach(status -> addProblem(operation, status));
        return OASFactory.createPathItem().POST(operation);
    }

    private static PathItem get(String summary) {
        Operation operation = operation(summary);
        List.of("400", "503").forEach(status -> addProblem(operation, status));
        return OASFactory.createPathItem().GET(operation);
    }

    private static PathItem changes() {
        PathItem item = get("Tells of revalidated tags, by server-sent events");
        Operation operation = item.getGET();
        Schemas.changesParameters().forEach(operation::addParameter);
        operation.getResponses().getAPIResponse("200").content(Schemas.json("text/event-stream", Schemas.text()));
        return item;
    }

    private static Operation operation(String summary) {
        Operation operation = OASFactory.createOperation().summary(summary).tags(List.of(TAG))
                .responses(
                        OASFactory.createAPIResponses().addAPIResponse("200", OASFactory.createAPIResponse().description("OK")
                                .content(Schemas.json("application/json", Schemas.object()))));
        List.of("401", "403").forEach(status -> addProblem(operation, status));
        return operation;
    }

    private static void addProblem(Operation operation, String status) {
        operation.getResponses().addAPIResponse(status, OASFactory.createAPIResponse().description("Problem, see its detail")
                .content(Schemas.json("application/problem+json", Schemas.problem())));
    }
}
