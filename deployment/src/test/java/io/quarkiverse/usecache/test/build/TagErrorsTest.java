package io.quarkiverse.usecache.test.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;

/** Every mistake in tags is reported, all together. */
@Timeout(60)
class TagErrorsTest {

    private static final String C32 = "0123456789abcdef0123456789abcdef";
    private static final String C256 = C32 + C32 + C32 + C32 + C32 + C32 + C32 + C32;

    static final List<String> MESSAGES = BuildMessages
            .table("""
                    @CacheTag cannot act on a private method: Tags#secret(). Make it package-private or wider, or remove the annotation.
                    @CacheTag names 129 tags, an entry has at most 128: Tags#tooMany(). Use fewer, coarser tags.
                    @CacheTag names no tag: Tags#none(). Name at least one, or remove the annotation.
                    @CacheTag template "" is empty: Tags#empty(). A tag has 1 to 256 characters.
                    @CacheTag template "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123..." has 257 characters of text, a tag has at most 256: Tags#tooLong(). Shorten it.
                    @CacheTag template "booking:{2}" has {2}, but the method has no parameter at this position: Templates#noSuchPosition(java.lang.String). Available: {id}, {result}.
                    @CacheTag template "booking:{booking.owner}" reads 'owner' in {booking.owner}, which Booking does not have: Templates#unknownProperty(Booking). Available: customer.
                    @CacheTag template "booking:{id" has a '{' without its '}': Templates#notClosed(java.lang.String). Close the reference, or write {{ for a brace.
                    @CacheTag template "booking:{nr}" has {nr}, but the method has no parameter of this name: Templates#unknownParameter(java.lang.String). Available: {id}, {result}.
                    @CacheTag template "booking:{result[].customer}" has {result[].customer}, but Booking is no Iterable, array, Map or Optional: Templates#noElements(). Write {result.customer}.
                    @CacheTag template "booking:{}" has an empty reference: Templates#nothing(). Write {parameter}, {parameter.property}, {0}, {result} or {result.property}; [] after a name takes each element.
                    @CacheTag template "half\\ud83d" has the unpaired surrogate \\ud83d: Tags#half(). Remove it.
                    @CacheTag template "two\\u000alines" has the control character \\u000a: Tags#control(). Remove it.
                    @CacheTag template "type:{type}" has {type}, but the method has no parameter of this name: OnClass#byName(java.lang.String). Available: {name}, {result}.
                    @RevalidateTag cannot act on a private method: Revalidations#secret(). Make it package-private or wider, or remove the annotation.
                    @RevalidateTag names no tag: Revalidations#none(). Name at least one, or remove the annotation.
                    @RevalidateTag template "" is empty: Revalidations#several(java.lang.String). A tag has 1 to 256 characters.
                    @RevalidateTag template "booking:{id}" has {id}, but the method has no parameter of this name: Revalidations#several(java.lang.String). Available: {number}.
                    @RevalidateTag template "booking:{result.customer}" has {result.customer}, but the method returns nothing: Revalidations#ofVoid(). The method has no parameters and returns nothing, write plain text.
                    """);

    @Test
    void mistakesInTagsAreErrors() {
        assertThat(Scan.errors(TagErrorsTest.class)).containsExactlyInAnyOrderElementsOf(MESSAGES);
    }

    public record Booking(String customer) {
    }

    @ApplicationScoped
    public static class Tags {

        @UseCache
        @CacheTag({})
        public String none() {
            return "";
        }

        @UseCache
        @CacheTag("")
        public String empty() {
            return "";
        }

        @UseCache
        @CacheTag(C256 + "7")
        public String tooLong() {
            return "";
        }

        @UseCache
        @CacheTag(C256)
        public String longest() {
            return "";
        }

        @UseCache
        @CacheTag("half\ud83d")
        public String half() {
            return "";
        }

        @UseCache
        @CacheTag("two\nlines")
        public String control() {
            return "";
        }

        @UseCache
        @CacheTag({ "000", "001", "002", "003", "004", "005", "006", "007", "008", "009", "010", "011", "012", "013", "014",
                "015", "016", "017", "018", "019", "020", "021", "022", "023", "024", "025", "026", "027", "028", "029",
                "030", "031", "032", "033", "034", "035", "036", "037", "038", "039", "040", "041", "042", "043", "044",
                "045", "046", "047", "048", "049", "050", "051", "052", "053", "054", "055", "056", "057", "058", "059",
                "060", "061", "062", "063", "064", "065", "066", "067", "068", "069", "070", "071", "072", "073", "074",
                "075", "076", "077", "078", "079", "080", "081", "082", "083", "084", "085", "086", "087", "088", "089",
                "090", "091", "092", "093", "094", "095", "096", "097", "098", "099", "100", "101", "102", "103", "104",
                "105", "106", "107", "108", "109", "110", "111", "112", "113", "114", "115", "116", "117", "118", "119",
                "120", "121", "122", "123", "124", "125", "126", "127", "128" })
        public String tooMany() {
            return "";
        }

        @CacheTag("helper")
        private void secret() {
        }
    }

    @ApplicationScoped
    public static class Templates {

        @UseCache
        @CacheTag("booking:{nr}")
        public String unknownParameter(String id) {
            return "";
        }

        @UseCache
        @CacheTag("booking:{booking.owner}")
        public String unknownProperty(Booking booking) {
            return "";
        }

        @UseCache
        @CacheTag("booking:{2}")
        public String noSuchPosition(String id) {
            return "";
        }

        @UseCache
        @CacheTag("booking:{id")
        public String notClosed(String id) {
            return "";
        }

        @UseCache
        @CacheTag("booking:{result[].customer}")
        public Booking noElements() {
            return null;
        }

        @UseCache
        @CacheTag("booking:{}")
        public String nothing() {
            return "";
        }
    }

    @ApplicationScoped
    @UseCache
    @CacheTag("type:{type}")
    public static class OnClass {

        public String byType(String type) {
            return "";
        }

        public String byName(String name) {
            return "";
        }
    }

    @ApplicationScoped
    public static class Revalidations {

        @RevalidateTag({})
        public void none() {
        }

        @RevalidateTag("booking:{result.customer}")
        public void ofVoid() {
        }

        @RevalidateTag("booking:{id}")
        @RevalidateTag("")
        public void several(String number) {
        }

        @RevalidateTag("bookings")
        private void secret() {
        }
    }
}
