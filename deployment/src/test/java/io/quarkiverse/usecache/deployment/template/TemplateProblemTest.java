package io.quarkiverse.usecache.deployment.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.of;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.PrimitiveType;
import org.jboss.jandex.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake, with the whole message; {@code Shop} in it stands for the class' full name. */
public class TemplateProblemTest {

    private static final String FORMS = " Write {parameter}, {parameter.property}, {0}, {result} or"
            + " {result.property}; [] after a name takes each element.";

    static Stream<Arguments> syntax() {
        String find = "Shop#find(long, java.lang.String).";
        return Stream.of(
                of("find", "", "is empty: " + find + " A tag has 1 to 256 characters."),
                of("find", "x:{id", "has a '{' without its '}': " + find + " Close the reference, or write {{ for a brace."),
                of("find", "{", "has a '{' without its '}': " + find + " Close the reference, or write {{ for a brace."),
                of("find", "x:id}", "has a '}' without its '{': " + find + " Open the reference, or write }} for a brace."),
                of("find", "{id}}", "has a '}' without its '{': " + find + " Open the reference, or write }} for a brace."),
                of("find", "{}", "has an empty reference: " + find + FORMS),
                of("find", "{ }", "has an empty reference: " + find + FORMS),
                of("find", "{ id }", "has the malformed reference { id }: " + find + FORMS),
                of("find", "{id.}", "has the malformed reference {id.}: " + find + FORMS),
                of("find", "{.id}", "has the malformed reference {.id}: " + find + FORMS),
                of("find", "{type..empty}", "has the malformed reference {type..empty}: " + find + FORMS),
                of("find", "{type{id}}", "has the malformed reference {type{id}: " + find + FORMS),
                of("find", "{-1}", "has the malformed reference {-1}: " + find + FORMS),
                of("find", "{type.0}", "has the malformed reference {type.0}: " + find + FORMS),
                of("find", "{type()}", "has the malformed reference {type()}: " + find + FORMS),
                of("list", "{result[0]}", "has the malformed reference {result[0]}: Shop#list(Shop$Kind)." + FORMS),
                of("list", "{result[]x}", "has the malformed reference {result[]x}: Shop#list(Shop$Kind)." + FORMS),
                of("list", "{result[}", "has the malformed reference {result[}: Shop#list(Shop$Kind)." + FORMS),
                of("list", "{[]}", "has the malformed reference {[]}: Shop#list(Shop$Kind)." + FORMS));
    }

    static Stream<Arguments> roots() {
        String find = "Shop#find(long, java.lang.String). Available: {id}, {type}, {result}.";
        return Stream.of(
                of("find", "{idd}", "has {idd}, but the method has no parameter of this name: " + find),
                of("find", "{Id.x}", "has {Id.x}, but the method has no parameter of this name: " + find),
                of("find", "{2}", "has {2}, but the method has no parameter at this position: " + find),
                of("find", "{99999999999}", "has {99999999999}, but the method has no parameter at this position: " + find),
                of("delete", "{id}", "has {id}, but the method has no parameter of this name:"
                        + " Shop#delete(Shop$Booking). Available: {booking}."),
                of("none", "{id}", "has {id}, but the method has no parameter of this name:"
                        + " Shop#none(). The method has no parameters and returns nothing, write plain text."),
                of("none", "{0}", "has {0}, but the method has no parameter at this position:"
                        + " Shop#none(). The method has no parameters and returns nothing, write plain text."),
                of("stage", "{0}", "has {0}, but the method has no parameter at this position:"
                        + " Shop#stage(). Available: {result}."),
                of("delete", "{result.id}", "has {result.id}, but the method returns nothing:"
                        + " Shop#delete(Shop$Booking). Available: {booking}."),
                of("none", "{result[]}", "has {result[]}, but the method returns nothing:"
                        + " Shop#none(). The method has no parameters and returns nothing, write plain text."),
                of("deleteLater", "{result}", "has {result}, but the method returns nothing:"
                        + " Shop#deleteLater(long). Available: {id}."),
                of("named", "{result}", "has {result}, which is the value returned, but a parameter is named result too:"
                        + " Shop#named(java.lang.String)."
                        + " Use {0} for the parameter, or rename it to read the value returned."),
                of("named", "{x}", "has {x}, but the method has no parameter of this name:"
                        + " Shop#named(java.lang.String). Available: {0}."));
    }

    static Stream<Arguments> elements() {
        return Stream.of(
                of("find", "{id[]}", "has {id[]}, but long is no Iterable, array, Map or Optional:"
                        + " Shop#find(long, java.lang.String). Write {id}."),
                of("find", "{1[].empty}", "has {1[].empty}, but java.lang.String is no Iterable, array, Map or Optional:"
                        + " Shop#find(long, java.lang.String). Write {1.empty}."),
                of("page", "{result.content[].id[]}", "has {result.content[].id[]}, but java.lang.Long is no Iterable, array,"
                        + " Map or Optional: Shop#page(). Write {result.content[].id}."),
                of("list", "{result[][]}", "has {result[][]}, but Shop$Booking is no Iterable, array, Map or Optional:"
                        + " Shop#list(Shop$Kind). Write {result[]}."),
                of("book", "{result[].id}", "has {result[].id}, but Shop$Booking is no Iterable, array, Map or Optional:"
                        + " Shop#book(Shop$Booking). Write {result.id}."),
                of("object", "{result[]}", "has {result[]}, but java.lang.Object is no Iterable, array, Map or Optional:"
                        + " Shop#object(). Write {result}."),
                of("rawUni", "{result[]}", "has {result[]}, but java.lang.Object is no Iterable, array, Map or Optional:"
                        + " Shop#rawUni(). Write {result}."));
    }

    static Stream<Arguments> properties() {
        return Stream.of(
                of("book", "{booking.nr}", "reads 'nr' in {booking.nr}, which Shop$Booking does not have:"
                        + " Shop#book(Shop$Booking). Available: URL, customer, id, paid."),
                of("book", "{booking.customer.name}", "reads 'name' in {booking.customer.name}, which Shop$Customer does"
                        + " not have: Shop#book(Shop$Booking). Available: email, id, label, roles."),
                of("page", "{result.first.nr}", "reads 'nr' in {result.first.nr}, which Shop$Booking does not have:"
                        + " Shop#page(). Available: URL, customer, id, paid."),
                of("find", "{id.value}", "reads 'value' in {id.value}, which long does not have:"
                        + " Shop#find(long, java.lang.String). It has no properties."),
                of("array", "{ids.length}", "reads 'length' in {ids.length}, which int[] does not have:"
                        + " Shop#array(int[]). Write {ids[].length} for a tag of each element."),
                of("nothing", "{result.x}", "reads 'x' in {result.x}, which Shop$Nothing does not have:"
                        + " Shop#nothing(). It has no properties."),
                of("list", "{kind.name}", "reads 'name' in {kind.name}, which Shop$Kind does not have:"
                        + " Shop#list(Shop$Kind). Available: declaringClass."),
                of("unbounded", "{result[].id}", "reads 'id' in {result[].id}, which java.lang.Object does not have:"
                        + " Shop#unbounded(). No more is known of the type: declare a more precise one."),
                of("raw", "{result[].id}", "reads 'id' in {result[].id}, which java.lang.Object does not have:"
                        + " Shop#raw(). No more is known of the type: declare a more precise one."),
                of("list", "{result.id}", "reads 'id' in {result.id}, which java.util.List does not have:"
                        + " Shop#list(Shop$Kind). Write {result[].id} for a tag of each element."),
                of("list", "{result.empty.id}", "reads 'id' in {result.empty.id}, which boolean does not have:"
                        + " Shop#list(Shop$Kind). It has no properties."),
                of("array", "{result.id}", "reads 'id' in {result.id}, which Shop$Booking[] does not have:"
                        + " Shop#array(int[]). Write {result[].id} for a tag of each element."),
                of("optional", "{result.id}", "reads 'id' of an Optional in {result.id}:"
                        + " Shop#optional(java.util.Optional). Write {result[].id} for a tag of each element."),
                of("optional", "{wanted.id}", "reads 'id' of an Optional in {wanted.id}: Shop#optional(java.util.Optional)."
                        + " Write {wanted[].id} for a tag of each element."),
                of("book", "{booking.customer.email.empty}", "reads 'empty' of an Optional in"
                        + " {booking.customer.email.empty}: Shop#book(Shop$Booking)."
                        + " Write {booking.customer.email[].empty} for a tag of each element."),
                of("map", "{result.id}", "reads 'id' in {result.id}, which java.util.Map does not have:"
                        + " Shop#map(). Write {result[].id} for a tag of each element."),
                of("page", "{result.content.id}", "reads 'id' in {result.content.id}, which java.util.List does not have:"
                        + " Shop#page(). Write {result.content[].id} for a tag of each element."));
    }

    static Stream<Arguments> text() {
        return Stream.of(
                of("array", "{ids}", "makes text of {ids}, but int[] has no text of its own:"
                        + " Shop#array(int[]). Write {ids[]} for a tag of each element."),
                of("array", "{result}", "makes text of {result}, but Shop$Booking[] has no text of its own:"
                        + " Shop#array(int[]). Write {result[]} for a tag of each element."),
                of("optional", "{wanted}", "makes text of {wanted}, but java.util.Optional has no text of its own:"
                        + " Shop#optional(java.util.Optional). Write {wanted[]} for a tag of each element."),
                of("stage", "{result}", "makes text of {result}, but java.util.Optional has no text of its own:"
                        + " Shop#stage(). Write {result[]} for a tag of each element."),
                of("book", "{booking.customer.roles}", "makes text of {booking.customer.roles}, but java.lang.String[] has"
                        + " no text of its own: Shop#book(Shop$Booking)."
                        + " Write {booking.customer.roles[]} for a tag of each element."),
                of("grids", "{result[]}", "makes text of {result[]}, but int[] has no text of its own:"
                        + " Shop#grids(). Write {result[][]} for a tag of each element."),
                of("matrix", "{result[]}", "makes text of {result[]}, but Shop$Booking[] has no text of its own:"
                        + " Shop#matrix(). Write {result[][]} for a tag of each element."),
                of("row", "{row}", "makes text of {row}, but Shop$Row has no text of its own:"
                        + " Shop#row(Shop$Row). Override toString, or read a property. Available: key, sold."),
                of("rows", "{rows}", "makes text of {rows}, but Shop$Row has no text of its own:"
                        + " Shop#rows(java.util.List). Write {rows[]} for a tag of each element."),
                of("rows", "{result}", "makes text of {result}, but Shop$Row has no text of its own:"
                        + " Shop#rows(java.util.List). Write {result[]} for a tag of each element."),
                of("table", "{result}", "makes text of {result}, but Shop$Row has no text of its own:"
                        + " Shop#table(java.util.Map). Override toString, or read a property that names the value."),
                of("table", "{sold}", "makes text of {sold}, but Shop$Row has no text of its own:"
                        + " Shop#table(java.util.Map). Override toString, or read a property that names the value."),
                of("counts", "{result[]}", "makes text of {result[]}, but int[] has no text of its own:"
                        + " Shop#counts(). Write {result[][]} for a tag of each element."),
                of("counts", "{result}", "makes text of {result}, but int[] has no text of its own:"
                        + " Shop#counts(). Override toString, or read a property that names the value."),
                of("customer", "{result}", "makes text of {result}, but java.lang.String[] has no text of its own:"
                        + " Shop#customer(). Override toString, or read a property that names the value."),
                of("maybes", "{result[]}", "makes text of {result[]}, but java.util.Optional has no text of its own:"
                        + " Shop#maybes(). Write {result[][]} for a tag of each element."));
    }

    @ParameterizedTest
    @MethodSource({ "syntax", "roots", "elements", "properties", "text" })
    void a_mistake_is_named_with_its_place_and_remedy(String method, String template, String message) {
        assertThatThrownBy(() -> Compilation.compile(method, template))
                .isInstanceOf(TemplateProblem.class)
                .hasMessage("@CacheTag template \"" + template + "\" " + fullNames(message));
    }

    @Test
    void text_beyond_256_characters_is_refused_and_shown_abbreviated() {
        assertThatThrownBy(() -> Compilation.compile("find", "x".repeat(300) + "{id}"))
                .hasMessage(fullNames("@CacheTag template \"" + "x".repeat(100) + "...\" has 300 characters of text,"
                        + " a tag has at most 256: Shop#find(long, java.lang.String). Shorten it."));
    }

    @Test
    void control_characters_are_refused_and_shown_escaped() {
        assertThatThrownBy(() -> Compilation.compile("find", "a\nb:{id}"))
                .hasMessage(fullNames("@CacheTag template \"a\\u000ab:{id}\" has the control character \\u000a:"
                        + " Shop#find(long, java.lang.String). Remove it."));
    }

    @Test
    void halves_of_characters_are_refused_and_shown_escaped() {
        assertThatThrownBy(() -> Compilation.compile("find", "a\ude00\ud83d:{id}"))
                .hasMessage(fullNames("@CacheTag template \"a\\ude00\\ud83d:{id}\" has the unpaired surrogate \\ude00:"
                        + " Shop#find(long, java.lang.String). Remove it."));
        assertThat(Compilation.compile("find", "\ud83d\ude00:{id}")).isNotNull();
    }

    static Stream<Arguments> names() {
        String put = "java.util.Map#put(java.lang.Object, java.lang.Object).";
        return Stream.of(
                of("put", "{key}", "has {key}, but the class file has no parameter names: " + put
                        + " Compile with -parameters, or use {0}, {1}."),
                of("put", "{2}", "has {2}, but the method has no parameter at this position: " + put
                        + " Available: {0}, {1}, {result}."));
    }

    @ParameterizedTest
    @MethodSource("names")
    void without_parameter_names_positions_are_offered(String method, String template, String message) throws IOException {
        ClassInfo map = Index.singleClass(Map.class);
        assertThatThrownBy(() -> Compilation.compile(template, map.firstMethod(method), map))
                .hasMessage("@CacheTag template \"" + template + "\" " + message);
    }

    @Test
    void a_class_that_is_nowhere_is_said_to_be_missing() throws IOException {
        ClassInfo shop = Index.singleClass(Shop.class);
        Type gone = Type.create(DotName.createSimple("org.acme.Gone"), Type.Kind.CLASS);
        MethodInfo method = MethodInfo.create(shop, "visit", new Type[] { gone }, PrimitiveType.INT, (short) 1);
        assertThatThrownBy(() -> Compilation.compile("{0.id}", method, shop))
                .hasMessage(fullNames("@CacheTag template \"{0.id}\" reads 'id' in {0.id}, which org.acme.Gone does not have:"
                        + " Shop#visit(org.acme.Gone). Its class is not found: put it on the class path of the build."));
    }

    /** The messages that are shown here, as if of one template. */
    public static List<String> messages() {
        return Stream.of(syntax(), roots(), elements(), properties(), text(), names()).flatMap(all -> all)
                .map(arguments -> "@CacheTag template \"...\" " + arguments.get()[2]).toList();
    }

    private static String fullNames(String message) {
        return message.replaceAll("\\bShop(?=[#$])", Shop.class.getName());
    }
}
