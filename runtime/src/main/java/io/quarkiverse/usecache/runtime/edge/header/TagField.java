package io.quarkiverse.usecache.runtime.edge.header;

import java.util.Collection;

/** The headers that carry tags, each in its own form and within the limits of those who read it. */
public enum TagField {
    /** Cloudflare: 16 KB after the name, and purges name tags of 1,024 characters at most. */
    CACHE_TAG(EdgeHeader.CACHE_TAG, ",", "", 16_384, 1_024),
    /** Fastly: 16,384 bytes, and 1,024 for each key; what follows is ignored. */
    SURROGATE_KEY(EdgeHeader.SURROGATE_KEY, " ", "", 16_384, 1_024),
    /** Varnish: {@code http_resp_hdr_len}, 8 KB for a header with its name; a longer one makes the answer an error. */
    XKEY(EdgeHeader.XKEY, " ", "", 8_192 - "xkey: \r\n".length(), Integer.MAX_VALUE),
    /** RFC 9875: a list of strings. It has no limit, but many servers have one for a header, and few have less than 8 KB. */
    CACHE_GROUPS(EdgeHeader.CACHE_GROUPS, ", ", "\"", 8_192 - "Cache-Groups: \r\n".length(), Integer.MAX_VALUE);

    private final EdgeHeader header;
    private final String separator;
    private final String quote;
    private final int longest;
    private final int longestTag;

    /**
     * @param longest how many bytes the value may have
     * @param longestTag how many one tag may have
     */
    TagField(EdgeHeader header, String separator, String quote, int longest, int longestTag) {
        this.header = header;
        this.separator = separator;
        this.quote = quote;
        this.longest = longest;
        this.longestTag = longestTag;
    }

    public EdgeHeader header() {
        return header;
    }

    public String value(Collection<String> texts) {
        return quote + String.join(quote + separator + quote, texts) + quote;
    }

    /** Why those who read it would not read all of it, or {@code null}. */
    public String problemWith(Collection<String> texts, String value) {
        if (value.length() > longest) {
            return value.length() + " bytes, and may have " + longest;
        }
        int most = texts.stream().mapToInt(String::length).max().orElse(0);
        return most > longestTag ? "a tag of " + most + " bytes, and one may have " + longestTag : null;
    }
}
