package io.quarkiverse.usecache.deployment.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.runtime.template.TagTemplate;
import io.quarkus.deployment.recording.BytecodeRecorderImpl;
import io.quarkus.runtime.StartupContext;
import io.quarkus.runtime.StartupTask;

/** What a build step hands to a recorder arrives unchanged when the application starts. */
class TemplateRecordingTest {

    public static class Recorder {

        static TagTemplate received;

        public void receive(TagTemplate template) {
            received = template;
        }
    }

    /** The recorder looks for the method of this name in the class loader of the build. */
    public static final class GeneratedClasses extends ClassLoader {

        private String task;

        GeneratedClasses(ClassLoader parent) {
            super(parent);
        }

        public Class<?> visibleDefineClass(String name, byte[] bytes, int offset, int length) {
            return defineClass(name, bytes, offset, length);
        }

        void write(String name, byte[] bytes) {
            task = name.replace('/', '.');
            visibleDefineClass(task, bytes, 0, bytes.length);
        }

        StartupTask startupTask() throws ReflectiveOperationException {
            return (StartupTask) loadClass(task).getConstructor().newInstance();
        }
    }

    private final ClassLoader original = Thread.currentThread().getContextClassLoader();
    private final GeneratedClasses classes = new GeneratedClasses(original);

    @BeforeEach
    void useTheClassLoaderOfTheBuild() {
        Thread.currentThread().setContextClassLoader(classes);
    }

    @AfterEach
    void restoreTheClassLoader() {
        Thread.currentThread().setContextClassLoader(original);
    }

    @Test
    void a_template_survives_recording() throws ReflectiveOperationException {
        TagTemplate template = Compilation.compile("book", "b:{booking}:{result.customer.roles[]}").template();
        BytecodeRecorderImpl recorder = new BytecodeRecorderImpl(true, "templates", "record", "1", true);
        recorder.getRecordingProxy(Recorder.class).receive(template);
        recorder.writeBytecode(classes::write);
        classes.startupTask().deploy(new StartupContext());
        assertThat(Recorder.received).isEqualTo(template).isNotSameAs(template);
    }
}
