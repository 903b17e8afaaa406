package io.quarkiverse.usecache.runtime.edge;

import java.util.List;
import java.util.concurrent.CompletionStage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.edge.header.EdgeHeader;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Step;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Told;
import io.quarkiverse.usecache.runtime.tag.RevalidatorLayer;

/** Notes which tags a request revalidates, once that has taken effect: after commit, where there is a transaction. */
@Singleton
public class AnswerRevalidations implements RevalidatorLayer {

    private final Answers answers;

    @Inject
    AnswerRevalidations(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Step around(Step step, RevalidationMode mode, List<String> tags) {
        Answer answer = answers.settings().has(EdgeHeader.CACHE_GROUP_INVALIDATION) ? answers.current() : null;
        return answer == null ? step : new NotedStep(step, answer, tags);
    }

    private record NotedStep(Step step, Answer answer, List<String> tags) implements Step {

        @Override
        public void here() {
            step.here();
            answer.revalidates(tags);
        }

        @Override
        public CompletionStage<Told> elsewhere() {
            return step.elsewhere();
        }

        @Override
        public void committed() {
            step.committed();
        }
    }
}
