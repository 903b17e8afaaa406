package io.quarkiverse.usecache.deployment.template;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Index;
import org.jboss.jandex.MethodInfo;

import io.quarkiverse.usecache.deployment.jandex.MethodSite;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;

/** Compiles templates against the methods of {@link Shop}. */
final class Compilation {

    private static final Index INDEX = index();

    private Compilation() {
    }

    private static Index index() {
        try {
            return Index.of(Shop.class, Shop.Kind.class, Shop.Identified.class, Shop.Customer.class, Shop.Entity.class,
                    Shop.Booking.class, Shop.Row.class, Shop.Bookings.class, Shop.Page.class, Shop.Nothing.class,
                    Shop.Repository.class, Shop.BookingRepository.class, Shop.RowRepository.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CompiledTemplate compile(String method, String template) {
        ClassInfo shop = clazz(Shop.class);
        return compile(template, shop.firstMethod(method), shop);
    }

    static CompiledTemplate compileInherited(Class<?> receiver, String method, String template) {
        return compile(template, clazz(Shop.Repository.class).firstMethod(method), clazz(receiver));
    }

    static CompiledTemplate compile(String template, MethodInfo method, ClassInfo receiver) {
        TypeHierarchy hierarchy = new TypeHierarchy(INDEX);
        return new TemplateCompiler(hierarchy).compile("@CacheTag", template,
                new MethodSite(receiver, method, hierarchy, (target, name) -> null));
    }

    private static ClassInfo clazz(Class<?> type) {
        return INDEX.getClassByName(type);
    }
}
