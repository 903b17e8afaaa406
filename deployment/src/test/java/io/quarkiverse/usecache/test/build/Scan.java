package io.quarkiverse.usecache.test.build;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.config.Config;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Indexer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import io.quarkiverse.usecache.deployment.read.CacheSettings;
import io.quarkiverse.usecache.deployment.scan.ApplicationScan;
import io.quarkiverse.usecache.deployment.scan.BeanModel;
import io.quarkiverse.usecache.deployment.scan.Bindings;
import io.quarkus.arc.processor.BeanArchives;
import io.quarkus.arc.processor.BeanDefiningAnnotation;
import io.quarkus.arc.processor.BeanDeployment;
import io.quarkus.arc.processor.BeanProcessor;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/**
 * Scans an application whose classes are nested in a test, with the beans that ArC finds in them, but without building it: for
 * tests of what the scan says.
 */
public final class Scan {

    private static final List<BeanDefiningAnnotation> RESOURCES = List.of(
            new BeanDefiningAnnotation(DotName.createSimple(Path.class), DotName.createSimple(Singleton.class)));

    private Scan() {
    }

    public static List<String> errors(Class<?> test) {
        return errors(test, Map.of());
    }

    /** @param properties the configuration of the build */
    public static List<String> errors(Class<?> test, Map<String, String> properties) {
        return of(test, properties).failures().stream().map(Throwable::getMessage)
                .map(message -> BuildMessages.shortened(message, test)).toList();
    }

    public static List<String> warnings(Class<?> test) {
        return of(test, Map.of()).warnings().stream().map(message -> BuildMessages.shortened(message, test)).toList();
    }

    public static ApplicationScan of(Class<?> test, Map<String, String> properties) {
        IndexView index = index(test);
        BeanDeployment beans = discover(index);
        return ApplicationScan.of(
                new BeanModel(index, beans.getBeans(), beans.getBeanResolver(), beans::getAnnotation),
                new CacheSettings(config(properties)), true);
    }

    public static IndexView index(Class<?> test) {
        Indexer indexer = new Indexer();
        Stream.of(test.getDeclaredClasses()).forEach(type -> add(type, indexer));
        return BeanArchives.buildComputingBeanArchiveIndex(test.getClassLoader(), new ConcurrentHashMap<>(),
                BeanArchives.buildImmutableBeanArchiveIndex(indexer.complete()));
    }

    private static void add(Class<?> type, Indexer indexer) {
        try (InputStream bytes = type.getResourceAsStream(type.getName().replaceFirst(".*\\.", "") + ".class")) {
            indexer.index(new ByteArrayInputStream(withSynthetics(bytes.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Stream.of(type.getDeclaredClasses()).forEach(nested -> add(nested, indexer));
    }

    /** Marks as made by the compiler what is named as the Kotlin compiler names such methods. */
    private static byte[] withSynthetics(byte[] bytes) {
        ClassWriter written = new ClassWriter(0);
        new ClassReader(bytes).accept(new ClassVisitor(Opcodes.ASM9, written) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] exceptions) {
                int flags = name.endsWith("$suspendImpl") ? access | Opcodes.ACC_SYNTHETIC : access;
                return super.visitMethod(flags, name, type, signature, exceptions);
            }
        }, 0);
        return written.toByteArray();
    }

    private static BeanDeployment discover(IndexView index) {
        BeanProcessor arc = BeanProcessor.builder().setComputingBeanArchiveIndex(index).setImmutableBeanArchiveIndex(index)
                .setAdditionalBeanDefiningAnnotations(RESOURCES).addAnnotationTransformation(new Bindings(index)).build();
        arc.registerCustomContexts();
        arc.registerScopes();
        arc.registerBeans();
        return arc.getBeanDeployment();
    }

    private static Config config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder().withSources(new PropertiesConfigSource(properties, "test", 100)).build();
    }
}
