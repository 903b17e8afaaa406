package io.quarkiverse.usecache.test.edge;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

public class MappedExceptions {

    @ServerExceptionMapper
    RestResponse<String> map(UnsupportedOperationException failure) {
        return RestResponse.ok("instead");
    }
}
