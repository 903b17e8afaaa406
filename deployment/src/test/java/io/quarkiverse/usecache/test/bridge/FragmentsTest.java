package io.quarkiverse.usecache.test.bridge;

import static io.quarkiverse.usecache.test.security.Users.as;
import static io.quarkiverse.usecache.test.security.Users.asNobody;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.test.HandTicker;
import io.quarkiverse.usecache.test.Meanwhile;
import io.quarkiverse.usecache.test.security.Users;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.test.QuarkusUnitTest;

/** Fragments of Qute templates that are cached carry the tags and the life of the cached calls that they are made of. */
@Timeout(60)
class FragmentsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(
                    root -> root.addClasses(Fares.class, HandTicker.class, Users.class, Meanwhile.class))
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-qute", Version.getVersion())))
            .overrideConfigKey("quarkus.cache.type", "use-cache");

    @Inject
    Engine engine;

    @Inject
    Fares fares;

    @Inject
    TagCache tagCache;

    @Inject
    HandTicker ticker;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
    }

    private Template template(String text) {
        return engine.parse(text, null, text);
    }

    private String render(String text) {
        return template(text).data("fares", fares).render();
    }

    /** Renders, while a thread that knows nothing of it gives the template a value. */
    private String render(String text, Object given) {
        CompletableFuture<Object> later = fares.expect();
        CompletableFuture<String> rendered = template(text).data("fares", fares).renderAsync().toCompletableFuture();
        assertThat(rendered).isNotDone();
        assertThat(Meanwhile.call(() -> later.complete(given))).succeedsWithin(SOON);
        return rendered.orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Test
    void aFragmentIsRenderedOnceForAKey() {
        String text = "{fares.rendered} {#cached key=fares.trip(city).city}{fares.rendered}{/cached}";
        String one = render(text.replace("city)", "'a')"));
        assertThat(render(text.replace("city)", "'a')")).split(" ")[1]).isEqualTo(one.split(" ")[1]);
        assertThat(render(text.replace("city)", "'b')")).split(" ")[1]).isNotEqualTo(one.split(" ")[1]);
    }

    @Test
    void itCarriesTheTagsOfTheCallsInside() {
        String text = "{#cached}{fares.rendered}: {fares.to('rome')}{/cached}";
        String before = render(text);
        tagCache.revalidateTag("fare:paris");
        assertThat(render(text)).isEqualTo(before);
        tagCache.revalidateTag("fare:rome");
        assertThat(render(text)).isNotEqualTo(before);
    }

    @Test
    void aHitInsideGivesItsTagsToo() {
        fares.to("rome");
        itCarriesTheTagsOfTheCallsInside();
    }

    @Test
    void itLivesNoLongerThanTheCallsInside() {
        String text = "{#cached}{fares.rendered}: {fares.today('rome')}{/cached}";
        String before = render(text);
        ticker.advance(Duration.ofSeconds(59));
        assertThat(render(text)).isEqualTo(before);
        ticker.advance(Duration.ofMinutes(2));
        assertThat(render(text)).isNotEqualTo(before);
    }

    @Test
    void aFragmentInsideAnotherGivesItItsTags() {
        String text = "{#cached}{fares.rendered}:{#cached}{fares.rendered}:{fares.to('rome')}{/cached}{/cached}";
        String before = render(text);
        assertThat(render(text)).isEqualTo(before);
        tagCache.revalidateTag("fare:rome");
        String after = render(text);
        assertThat(after.split(":")).doesNotContain(before.split(":")).hasSize(3);
    }

    @Test
    void theFragmentAloneIsForgotten() {
        String text = "{#cached}{fares.rendered}:{fares.to('rome')}{/cached}";
        String[] before = render(text).split(":");
        tagCache.clear("qute-cache");
        String[] after = render(text).split(":");
        assertThat(after[0]).isNotEqualTo(before[0]);
        assertThat(after[1]).isEqualTo(before[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{fares.to(fares.later)}", "{fares.to(fares.soon)}", "{fares.later.length}{fares.to('rome')}",
            "{#let city=fares.later}{fares.to(city)}{/let}", "{#let city=fares.soon}{fares.to(city)}{/let}",
            "{#let city=fares.later other=fares.soon}{fares.to(city)}{other}{/let}",
            "{#if fares.later}{fares.to('rome')}{/if}", "{#with fares.trip('rome')}{fares.later}{fare}{/with}",
            "{#include other /}", "{#include isolated fares=fares city=fares.later _isolated /}",
            "{#let city=fares.later}{#cached}{fares.to(city)}{/cached}{/let}",
            "{#cached key=fares.later}{fares.to('rome')}{/cached}" })
    void tagsComeFromWhatIsCalledWhenAStageOrAUniHasCompleted(String inside) {
        engine.putTemplate("other", template("{#let city=fares.later}{fares.to(city)}{/let}"));
        engine.putTemplate("isolated", template("{fares.to(city)}"));
        String text = "{#cached}{fares.rendered}:" + inside + "{/cached}";
        String before = render(text, "rome");
        tagCache.revalidateTag("fare:paris");
        assertThat(render(text)).isEqualTo(before);
        tagCache.revalidateTag("fare:rome");
        assertThat(render(text, "rome")).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{#for city in fares.later}{fares.to(city)}{/for}",
            "{#for city in fares.soon}{#let c=city}{fares.to(c)}{/let}{/for}" })
    void theTagsOfALoopOverWhatComesLaterAreThere(String inside) {
        String text = "{#cached}{fares.rendered}:" + inside + "{/cached}";
        String before = render(text, List.of("paris", "rome"));
        tagCache.revalidateTag("fare:rome");
        assertThat(render(text, List.of("paris", "rome"))).isNotEqualTo(before);
    }

    @Test
    void aTemplateMayBeUsedOutsideOfFragmentsToo() {
        engine.putTemplate("both", template("{#let city=fares.later}{fares.to(city)}{/let}"));
        assertThat(render("{#include both /}", "rome")).isNotEmpty();
        String text = "{#cached}{fares.rendered}:{#include both /}{/cached}";
        String before = render(text, "rome");
        tagCache.revalidateTag("fare:rome");
        assertThat(render(text, "rome")).isNotEqualTo(before);
    }

    @Test
    void whatComesLaterMayItselfCallWhatIsCached() {
        String text = "{#cached}{fares.rendered}:{fares.later.fare}{/cached}";
        Fares.Trip trip = fares.trip("rome");
        String before = render(text, trip);
        assertThat(render(text)).isEqualTo(before);
        tagCache.revalidateTag("fare:rome");
        assertThat(render(text, trip)).isNotEqualTo(before);
    }

    @Test
    void aFragmentWithWhatIsForOneUserIsForNobodyElse() {
        String text = "{#cached}{fares.own('rome')}{/cached}";
        String nobody = asNobody(() -> render(text));
        String ofAlice = as("alice", () -> render(text));
        assertThat(as("bob", () -> render(text))).isNotIn(nobody, ofAlice);
        assertThat(as("alice", () -> render(text))).isEqualTo(ofAlice);
        String around = "{#cached}{#let c=fares.later}{#cached}{fares.own(c)}{/cached}{/let}{/cached}";
        String alices = as("alice", () -> render(around, "rome"));
        assertThat(as("bob", () -> render(around, "rome"))).isNotEqualTo(alices);
    }

    @Test
    void aFailureIsNotKept() {
        String text = "{#cached}{fares.rendered}:{fares.later.missing}{/cached}";
        assertThat(Meanwhile.call(() -> render(text, "rome"))).failsWithin(SOON);
        String whole = "{#cached}{fares.rendered}:{fares.later}{/cached}";
        CompletableFuture<Object> later = fares.expect();
        CompletableFuture<String> rendered = template(whole).data("fares", fares).renderAsync().toCompletableFuture();
        later.completeExceptionally(new IllegalStateException("not now"));
        assertThat(rendered).failsWithin(SOON).withThrowableOfType(Exception.class).withMessageContaining("not now");
        assertThat(render(whole, "now")).endsWith(":now");
    }
}
