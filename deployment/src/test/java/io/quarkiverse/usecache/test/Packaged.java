package io.quarkiverse.usecache.test;

import java.util.Map;

import io.quarkus.test.QuarkusProdModeTest;

/** Tests of packaged applications, which run as processes of their own on ports that were free. */
public final class Packaged {

    private Packaged() {
    }

    public static QuarkusProdModeTest application() {
        return new QuarkusProdModeTest().setRun(true)
                .setRuntimeProperties(Map.of("quarkus.http.port", String.valueOf(FreePort.choose())));
    }
}
