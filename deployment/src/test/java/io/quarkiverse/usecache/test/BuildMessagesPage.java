package io.quarkiverse.usecache.test;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the documentation says of the build's messages: the first cells of a page's tables, where … stands for any text. */
public final class BuildMessagesPage {

    private static final Pattern ROW = Pattern.compile("^\\|`\\+(.*)\\+`$", Pattern.MULTILINE);

    private BuildMessagesPage() {
    }

    /** The messages that the page does not have; place and remedy are left out there. */
    public static List<String> withoutRow(List<String> messages) throws IOException {
        List<Pattern> rows = rows().map(BuildMessagesPage::pattern).toList();
        return messages.stream().filter(message -> rows.stream().noneMatch(row -> row.matcher(message).matches())).toList();
    }

    /** The rows of the page that are none of the messages. */
    public static List<String> withoutMessage(List<String> messages) throws IOException {
        return rows().filter(row -> messages.stream().noneMatch(message -> pattern(row).matcher(message).matches())).toList();
    }

    private static Stream<String> rows() throws IOException {
        return ROW.matcher(TestClasses.page("build-messages.adoc")).results().map(row -> row.group(1)).toList().stream();
    }

    private static Pattern pattern(String row) {
        return Pattern.compile("(@\\w+ template \".*\" )?" + Pattern.quote(row).replace("…", "\\E.+\\Q") + "(: .*|\\. .*)",
                Pattern.DOTALL);
    }
}
