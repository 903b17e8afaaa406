package io.quarkiverse.usecache.deployment;

import io.quarkiverse.usecache.dev.UseCacheJsonRpcService;
import io.quarkus.deployment.IsLocalDevelopment;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.devui.spi.JsonRPCProvidersBuildItem;
import io.quarkus.devui.spi.page.CardPageBuildItem;
import io.quarkus.devui.spi.page.Page;

/** Adds the card to Dev UI. */
@BuildSteps(onlyIf = IsLocalDevelopment.class)
class DevUiProcessor {

    @BuildStep
    CardPageBuildItem showCard() {
        CardPageBuildItem card = new CardPageBuildItem();
        card.addPage(Page.webComponentPageBuilder().title("Functions").componentLink("qwc-use-cache-functions.js")
                .icon("font-awesome-solid:tags").tooltip("The cached methods, and how many live entries they have")
                .dynamicLabelJsonRPCMethodName("liveEntries"));
        return card;
    }

    @BuildStep
    JsonRPCProvidersBuildItem answerDevUi() {
        return new JsonRPCProvidersBuildItem(UseCacheJsonRpcService.class);
    }
}
