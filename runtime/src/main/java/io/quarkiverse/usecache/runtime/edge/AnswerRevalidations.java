package io.quarkiverse.usecache.runtime.edge;

import java.util.List;
import java.util.concurrent.CompletionStage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.edge.header.EdgeHeader;
import io.quarkiverse.usecache.runtime.tag.Revalidator;
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
    public Revalidator over(Revalidator revalidator) {
        return answers.settings().has(EdgeHeader.CACHE_GROUP_INVALIDATION) ? new Noted(revalidator, answers) : revalidator;
    }

    private record Noted(Revalidator delegate, Answers answers) implements Revalidator {

        @Override
        public Step begin(RevalidationMode mode, List<String> tags) {
            Step step = delegate.begin(mode, tags);
            Answer answer = answers.current();
            return answer == null ? step : new NotedStep(step, answer, tags);
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

    private record NotedStep(Revalidator.Step delegate, Answer answer, List<String> tags) implements Revalidator.Step {

        @Override
        public void here() {
            delegate.here();
            answer.revalidates(tags);
        }

        @Override
        public CompletionStage<Revalidator.Told> elsewhere() {
            return delegate.elsewhere();
        }

        @Override
        public void committed() {
            delegate.committed();
        }
    }
}
