package io.quarkiverse.usecache.runtime.template;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

import io.quarkiverse.usecache.runtime.template.TagTemplate.Member;

/** Reads one member through a handle that is resolved once. */
final class MemberReader {

    private static final MethodType OBJECT_TO_OBJECT = MethodType.methodType(Object.class, Object.class);

    private final String template;
    private final Member member;
    private final MethodHandle handle;

    MemberReader(String template, Member member) {
        this.template = template;
        this.member = member;
        this.handle = resolve(template, member);
    }

    private static MethodHandle resolve(String template, Member member) {
        try {
            return MemberHandle.of(member).asType(OBJECT_TO_OBJECT);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The tag template \"" + template + "\" reads " + place(member)
                    + ", which is missing or not accessible. Build the application again with the classes it runs with.", e);
        }
    }

    Object read(Object owner) {
        try {
            return (Object) handle.invokeExact(owner);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new TemplateFailure(template, place(member), e);
        }
    }

    private static String place(Member member) {
        return member.declaringClass() + "#" + member.name() + (member.method() ? "()" : "");
    }
}
