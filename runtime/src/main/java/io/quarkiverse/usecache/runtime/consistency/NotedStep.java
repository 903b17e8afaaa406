package io.quarkiverse.usecache.runtime.consistency;

import java.util.concurrent.CompletionStage;

import io.quarkiverse.usecache.runtime.tag.Revalidator.Step;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Told;

/** A revalidation that is noted at the request that begins it. */
record NotedStep(Step step, RequestToken token, RequestTokens tokens) implements Step {

    @Override
    public void here() {
        step.here();
    }

    @Override
    public CompletionStage<Told> elsewhere() {
        return step.elsewhere().thenApply(told -> {
            token.passed(told);
            return told;
        });
    }

    @Override
    public void committed() {
        tokens.await(token, elsewhere());
    }
}
