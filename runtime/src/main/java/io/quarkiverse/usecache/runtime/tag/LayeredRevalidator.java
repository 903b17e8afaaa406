package io.quarkiverse.usecache.runtime.tag;

import java.util.List;
import java.util.concurrent.CompletionStage;

import io.quarkiverse.usecache.RevalidationMode;

/**
 * Lets layers add to each revalidation.
 *
 * @param layers the last of them is outermost
 */
public record LayeredRevalidator(Revalidator revalidator, List<RevalidatorLayer> layers) implements Revalidator {

    @Override
    public Step begin(RevalidationMode mode, List<String> tags) {
        Step step = revalidator.begin(mode, tags);
        for (RevalidatorLayer layer : layers) {
            step = layer.around(step, mode, tags);
        }
        return step;
    }

    @Override
    public boolean tellsOthers() {
        return revalidator.tellsOthers();
    }

    @Override
    public List<String> tagsOfEverything(List<String> ofCaches) {
        return revalidator.tagsOfEverything(ofCaches);
    }

    @Override
    public CompletionStage<Boolean> await(String token) {
        return revalidator.await(token);
    }
}
