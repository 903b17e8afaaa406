package io.quarkiverse.usecache.test.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.QuarkusUnitTest;

/** Which methods are cached, in which beans, and who may call them from where. */
class ReceiversTest {

    private static final AtomicInteger EXECUTIONS = new AtomicInteger();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(ReceiversTest.class))
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= Level.WARNING.intValue()
                    && record.getLoggerName().startsWith("io.quarkiverse.usecache"))
            .assertLogRecords(records -> assertThat(records).extracting(LogRecord::getMessage)
                    .filteredOn(message -> !message.contains("does not see what the Object is")).as("no warning of bridges")
                    .singleElement().asString().contains("Books#overridden(int)"));

    @Inject
    TagCache tagCache;

    @Inject
    InApplication inApplication;

    @Inject
    InRequest inRequest;

    @Inject
    InSingleton inSingleton;

    @Inject
    Instance<InDependent> inDependent;

    @Inject
    Novels novels;

    @Inject
    Poems poems;

    @Inject
    Shown shown;

    @Inject
    Everything everything;

    @Inject
    Instance<Warm> warm;

    @Inject
    Starter starter;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        EXECUTIONS.set(0);
    }

    @Test
    void beansOfEveryScopeShareTheirEntries() {
        assertThat(inApplication.value(1)).isSameAs(inApplication.value(1));
        assertThat(inSingleton.value(1)).isSameAs(inSingleton.value(1));
        assertThat(inDependent.get().value(1)).isSameAs(inDependent.get().value(1));
        assertThat(inNewRequest()).isSameAs(inNewRequest());
        assertThat(EXECUTIONS).hasValue(4);
    }

    private Object inNewRequest() {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            return inRequest.value(1);
        } finally {
            request.terminate();
        }
    }

    @Test
    void aCallOfTheBeanItselfIsCached() {
        assertThat(inApplication.self(1)).isSameAs(inApplication.self(1)).isSameAs(inApplication.value(1));
        assertThat(EXECUTIONS).hasValue(1);
    }

    @Test
    void staticMethodsAreCachedInBeansAndElsewhere() {
        assertThat(InApplication.ofClass(1)).isSameAs(InApplication.ofClass(1));
        assertThat(NoBean.value(1)).isSameAs(NoBean.value(1)).isNotSameAs(InApplication.ofClass(1));
        assertThat(EXECUTIONS).hasValue(2);
    }

    @Test
    void anInheritedMethodHasEntriesOfItsOwnInEachBean() {
        assertThat(novels.inherited(1)).isSameAs(novels.inherited(1)).isNotSameAs(poems.inherited(1));
        assertThat(poems.inherited(1)).isSameAs(poems.inherited(1));
        assertThat(EXECUTIONS).hasValue(2);
    }

    @Test
    void aCallThroughABridgeIsTheSameCall() {
        Books<String> books = novels;
        Finder<String> finder = novels;
        assertThat(novels.find("a")).isSameAs(books.find("a")).isSameAs(finder.find("a"));
        assertThat(EXECUTIONS).hasValue(1);
    }

    @Test
    void aPublicMethodOfAHiddenSuperclassIsCached() {
        assertThat(shown.visible(1)).isSameAs(shown.visible(1));
        assertThat(EXECUTIONS).hasValue(1);
    }

    @Test
    void anOverridingMethodIsCachedOnlyIfItSaysSo() {
        assertThat(novels.overridden(1)).isSameAs(novels.overridden(1));
        assertThat(poems.overridden(1)).isNotSameAs(poems.overridden(1));
    }

    @Test
    void aClassMeansEveryMethodThatReturnsSomething() {
        assertThat(everything.one(1)).isSameAs(everything.one(1));
        assertThat(everything.fromInterface(1)).isSameAs(everything.fromInterface(1));
        assertThat(everything.fromSuperclass(1)).isSameAs(everything.fromSuperclass(1));
        assertThat(EXECUTIONS).hasValue(3);
        everything.effect();
        everything.effect();
        assertThat(EXECUTIONS).hasValue(5);
        assertThat(everything.toString()).isNotEqualTo(everything.toString());
    }

    @Test
    void aBeanMayCallWhileItIsConstructed() {
        Warm first = warm.get();
        Warm second = warm.get();
        assertThat(first.own).isSameAs(second.own).isSameAs(first.own(1));
        assertThat(first.other).isSameAs(second.other).isSameAs(inApplication.value(1));
        assertThat(EXECUTIONS).hasValue(2);
    }

    @Test
    void aPlainThreadMayCallWithoutARequest() throws Exception {
        CompletableFuture<Object> value = new CompletableFuture<>();
        Thread job = new Thread(() -> {
            assertThat(Arc.container().requestContext().isActive()).isFalse();
            value.complete(inApplication.value(1));
        });
        job.start();
        assertThat(value.get(10, TimeUnit.SECONDS)).isSameAs(inApplication.value(1));
    }

    @Test
    void aStartUpObserverMayCall() {
        assertThat(starter.first()).isNotNull().isSameAs(starter.second());
    }

    @Test
    void aStaticInitializerMayCall() {
        assertThat(Initialized.OF_BEAN).isSameAs(inApplication.value(7));
        assertThat(Initialized.OF_CLASS).isSameAs(NoBean.value(7));
        assertThat(EXECUTIONS).hasValue(2);
    }

    private static Object execute() {
        EXECUTIONS.incrementAndGet();
        return new Object();
    }

    @ApplicationScoped
    static class InApplication {

        @UseCache
        Object value(int id) {
            return execute();
        }

        Object self(int id) {
            return value(id);
        }

        @UseCache
        static Object ofClass(int id) {
            return execute();
        }
    }

    @RequestScoped
    static class InRequest {

        @UseCache
        public Object value(int id) {
            return execute();
        }
    }

    @Singleton
    static class InSingleton {

        @UseCache
        protected Object value(int id) {
            return execute();
        }
    }

    @Dependent
    static class InDependent {

        @UseCache
        public Object value(int id) {
            return execute();
        }
    }

    static class NoBean {

        @UseCache
        static Object value(int id) {
            return execute();
        }
    }

    interface Finder<K> {

        Object find(K key);
    }

    abstract static class Books<K> implements Finder<K> {

        @UseCache
        public Object inherited(int id) {
            return execute();
        }

        @UseCache
        public Object overridden(int id) {
            return execute();
        }
    }

    @ApplicationScoped
    static class Novels extends Books<String> {

        @Override
        @UseCache
        public Object find(String key) {
            return execute();
        }

        @Override
        @UseCache
        public String overridden(int id) {
            return execute().toString();
        }
    }

    @ApplicationScoped
    static class Poems extends Books<Integer> {

        @Override
        public Object find(Integer key) {
            return execute();
        }

        @Override
        public Object overridden(int id) {
            return execute();
        }
    }

    static class Hidden {

        @UseCache
        public Object visible(int id) {
            return execute();
        }
    }

    /** The compiler makes a bridge to the method of the class that others cannot see. */
    @ApplicationScoped
    public static class Shown extends Hidden {
    }

    interface WithDefault {

        default Object fromInterface(int id) {
            return execute();
        }
    }

    static class Superclass {

        public Object fromSuperclass(int id) {
            return execute();
        }
    }

    @UseCache
    @ApplicationScoped
    static class Everything extends Superclass implements WithDefault {

        public Object one(int id) {
            return execute();
        }

        public void effect() {
            execute();
        }

        @Override
        public String toString() {
            return execute().toString();
        }
    }

    @Dependent
    static class Warm {

        @Inject
        InApplication shop;

        Object own;
        Object other;

        @PostConstruct
        void warmUp() {
            own = own(1);
            other = shop.value(1);
        }

        @UseCache
        Object own(int id) {
            return execute();
        }
    }

    @ApplicationScoped
    static class Starter {

        volatile Object first;
        volatile Object second;

        void start(@Observes StartupEvent event, InApplication shop) {
            first = shop.value(0);
            second = shop.value(0);
        }

        Object first() {
            return first;
        }

        Object second() {
            return second;
        }
    }

    static class Initialized {

        static final Object OF_BEAN = Arc.container().instance(InApplication.class).get().value(7);
        static final Object OF_CLASS = NoBean.value(7);
    }
}
