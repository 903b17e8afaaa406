package io.quarkiverse.usecache.test.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.deployment.read.VisibilityReaderTest;
import io.quarkiverse.usecache.deployment.template.TemplateProblemTest;
import io.quarkiverse.usecache.test.BuildMessagesPage;
import io.quarkiverse.usecache.test.build.warning.CachedClassesTest;
import io.quarkiverse.usecache.test.build.warning.EarlyRevalidationTest;
import io.quarkiverse.usecache.test.build.warning.EntitiesTest;
import io.quarkiverse.usecache.test.build.warning.KeyWarningsTest;
import io.quarkiverse.usecache.test.build.warning.ProxiedParametersTest;
import io.quarkiverse.usecache.test.build.warning.RequestDataTest;
import io.quarkiverse.usecache.test.build.warning.WarningsTest;

/** Every message has a row in the documentation, and every row a test that shows the message. */
@Timeout(60)
class BuildMessagesTest {

    private static final List<String> PRIVATE = List.of(VisibilityReaderTest.MESSAGE);

    private static final List<String> MESSAGES = Stream.of(UseCacheErrorsTest.MESSAGES, TagErrorsTest.MESSAGES,
            LifeErrorsTest.MESSAGES, StoreErrorsTest.MESSAGES, SharedResultsTest.MESSAGES, SharedValuesTest.ERRORS,
            WarningsTest.MESSAGES,
            SharedValuesTest.WARNINGS,
            RequestDataTest.MESSAGES, EntitiesTest.WARNINGS, KeyWarningsTest.WARNINGS, CachedClassesTest.WARNINGS,
            ProxiedParametersTest.WARNINGS, EarlyRevalidationTest.WARNINGS, SuspendFunctionsTest.ERRORS,
            SuspendFunctionsTest.WARNINGS, TemplateProblemTest.messages(), PRIVATE)
            .flatMap(List::stream).toList();

    @Test
    void everyMessageIsDocumented() throws IOException {
        assertThat(BuildMessagesPage.withoutRow(MESSAGES)).isEmpty();
    }

    @Test
    void everyDocumentedMessageIsShown() throws IOException {
        assertThat(BuildMessagesPage.withoutMessage(MESSAGES)).isEmpty();
    }
}
