package io.quarkiverse.usecache.deployment;

import io.quarkiverse.usecache.deployment.scan.ApplicationScan;
import io.quarkus.builder.item.SimpleBuildItem;

/** What the scan found, for the steps that report and record it. */
final class ApplicationScanBuildItem extends SimpleBuildItem {

    private final ApplicationScan scan;

    ApplicationScanBuildItem(ApplicationScan scan) {
        this.scan = scan;
    }

    ApplicationScan scan() {
        return scan;
    }
}
