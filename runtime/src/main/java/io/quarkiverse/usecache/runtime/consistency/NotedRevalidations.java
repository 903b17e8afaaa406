package io.quarkiverse.usecache.runtime.consistency;

import java.util.List;
import java.util.concurrent.CompletionStage;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.tag.Revalidator;

/** Notes each revalidation at the request that begins it. */
record NotedRevalidations(Revalidator delegate, RequestTokens tokens) implements Revalidator {

    private record NotedStep(Step delegate, RequestToken token, RequestTokens tokens) implements Step {

        @Override
        public void here() {
            delegate.here();
        }

        @Override
        public CompletionStage<Told> elsewhere() {
            return delegate.elsewhere().thenApply(told -> {
                token.passed(told);
                return told;
            });
        }

        @Override
        public void committed() {
            tokens.await(token, elsewhere());
        }
    }

    @Override
    public Step begin(RevalidationMode mode, List<String> tags) {
        Step step = delegate.begin(mode, tags);
        RequestToken token = tokens.current();
        return token == null ? step : new NotedStep(step, token, tokens);
    }

    @Override
    public boolean tellsOthers() {
        return delegate.tellsOthers();
    }

    @Override
    public List<String> tagsOfEverything(List<String> ofCaches) {
        return delegate.tagsOfEverything(ofCaches);
    }

    @Override
    public CompletionStage<Boolean> await(String token) {
        return delegate.await(token);
    }
}
