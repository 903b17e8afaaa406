package io.quarkiverse.usecache.test.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.test.QuarkusUnitTest;

/** Cases 26 and 49: what can be known at build time fails the build, all mistakes together. */
class MistakesTest {

    private static final String C64 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(MistakesTest.class))
            .assertException(failure -> assertThat(messages(failure)).satisfiesExactlyInAnyOrder(
                    message -> assertThat(message).contains("names 129 tags", "$Shop#tooMany()"),
                    message -> assertThat(message).contains("has 257 characters", "$Shop#tooLong()"),
                    message -> assertThat(message).contains("is empty", "$Shop#empty()"),
                    message -> assertThat(message).contains("control character \\u000a", "$Shop#twoLines()"),
                    message -> assertThat(message).contains("revalidate [PT2H] longer than the expire [PT1H]",
                            "$Shop#contradictory()"),
                    message -> assertThat(message).contains("[-5m] is negative", "$Shop#negative()", "Write 30s, 5m, 1h"),
                    message -> assertThat(message).contains("[5 parsecs] is not a duration", "$Shop#parsecs()",
                            "Write 30s, 5m, 1h")));

    @Test
    void case26ATagInAnAnnotationThatBreaksTheRulesFailsTheBuild() {
        fail("The application must not start");
    }

    @Test
    void case49ALifeInAnAnnotationThatMakesNoSenseFailsTheBuild() {
        fail("The application must not start");
    }

    private static List<String> messages(Throwable failure) {
        List<String> messages = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Stream.of(cause.getSuppressed()).map(Throwable::getMessage).forEach(messages::add);
        }
        return messages;
    }

    @ApplicationScoped
    @UseCache
    static class Shop {

        @CacheTag({ "t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9", "t10", "t11", "t12", "t13", "t14", "t15", "t16",
                "t17", "t18", "t19", "t20", "t21", "t22", "t23", "t24", "t25", "t26", "t27", "t28", "t29", "t30", "t31", "t32",
                "t33", "t34", "t35", "t36", "t37", "t38", "t39", "t40", "t41", "t42", "t43", "t44", "t45", "t46", "t47", "t48",
                "t49", "t50", "t51", "t52", "t53", "t54", "t55", "t56", "t57", "t58", "t59", "t60", "t61", "t62", "t63", "t64",
                "t65", "t66", "t67", "t68", "t69", "t70", "t71", "t72", "t73", "t74", "t75", "t76", "t77", "t78", "t79", "t80",
                "t81", "t82", "t83", "t84", "t85", "t86", "t87", "t88", "t89", "t90", "t91", "t92", "t93", "t94", "t95", "t96",
                "t97", "t98", "t99", "t100", "t101", "t102", "t103", "t104", "t105", "t106", "t107", "t108", "t109", "t110",
                "t111", "t112", "t113", "t114", "t115", "t116", "t117", "t118", "t119", "t120", "t121", "t122", "t123", "t124",
                "t125", "t126", "t127", "t128" })
        public String tooMany() {
            return "";
        }

        @CacheTag(C64 + C64 + C64 + C64 + "x")
        public String tooLong() {
            return "";
        }

        @CacheTag(C64 + C64 + C64 + C64)
        public String longest() {
            return "";
        }

        @CacheTag("")
        public String empty() {
            return "";
        }

        @CacheTag("two\nlines")
        public String twoLines() {
            return "";
        }

        @CacheLife(revalidate = "2h", expire = "1h")
        public String contradictory() {
            return "";
        }

        @CacheLife(revalidate = "1h", expire = "1h")
        public String equal() {
            return "";
        }

        @CacheLife(expire = "never")
        public String never() {
            return "";
        }

        @CacheLife(stale = "-5m")
        public String negative() {
            return "";
        }

        @CacheLife(revalidate = "5 parsecs")
        public String parsecs() {
            return "";
        }
    }
}
