package io.quarkiverse.usecache.deployment;

import io.quarkiverse.usecache.dev.entry.EntriesJsonRpcService;
import io.quarkiverse.usecache.dev.entry.EntryHits;
import io.quarkiverse.usecache.dev.entry.EntryIds;
import io.quarkiverse.usecache.dev.entry.EntryRows;
import io.quarkiverse.usecache.dev.function.FunctionNames;
import io.quarkiverse.usecache.dev.function.FunctionRows;
import io.quarkiverse.usecache.dev.function.FunctionsJsonRpcService;
import io.quarkiverse.usecache.dev.function.LoadTimes;
import io.quarkiverse.usecache.dev.graph.GraphJsonRpcService;
import io.quarkiverse.usecache.dev.graph.NestedCalls;
import io.quarkiverse.usecache.dev.live.LiveEvents;
import io.quarkiverse.usecache.dev.live.LiveJsonRpcService;
import io.quarkiverse.usecache.dev.live.LiveStreams;
import io.quarkiverse.usecache.dev.store.StoreJsonRpcService;
import io.quarkiverse.usecache.dev.tags.LastRevalidations;
import io.quarkiverse.usecache.dev.tags.TagRows;
import io.quarkiverse.usecache.dev.tags.TagsJsonRpcService;
import io.quarkiverse.usecache.dev.value.JacksonText;
import io.quarkiverse.usecache.dev.value.ValueTexts;
import io.quarkiverse.usecache.runtime.config.UseCacheBuildTimeConfig;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.IsLocalDevelopment;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.devui.spi.JsonRPCProvidersBuildItem;
import io.quarkus.devui.spi.page.CardPageBuildItem;
import io.quarkus.devui.spi.page.Page;
import io.quarkus.devui.spi.page.WebComponentPageBuilder;

/** Adds the card to Dev UI, and what answers its pages. */
@BuildSteps(onlyIf = IsLocalDevelopment.class)
class DevUiProcessor {

    @BuildStep
    CardPageBuildItem showCard(UseCacheBuildTimeConfig config, Capabilities capabilities) {
        CardPageBuildItem card = new CardPageBuildItem();
        card.addPage(page("functions", "Functions", "bolt", "The cached methods, what they serve and how fast")
                .dynamicLabelJsonRPCMethodName("hitRatio"));
        card.addPage(page("entries", "Entries", "layer-group", "What is cached now, how old it is and its values")
                .dynamicLabelJsonRPCMethodName("liveEntries"));
        card.addPage(page("tags", "Tags", "tags", "The tags of the entries, to revalidate them"));
        card.addPage(page("live", "Live", "chart-line", "Hits, misses, loads and revalidations as they happen"));
        card.addPage(page("graph", "Graph", "circle-nodes", "What the revalidation of a tag reaches"));
        if (SharedStoreProcessor.isShared(config, capabilities)) {
            card.addPage(page("store", "Shared store", "network-wired", "How this node takes part in the shared store"));
        }
        return card;
    }

    private static WebComponentPageBuilder page(String name, String title, String icon, String tooltip) {
        return Page.webComponentPageBuilder().title(title).componentLink("qwc-use-cache-" + name + ".js")
                .icon("font-awesome-solid:" + icon).tooltip(tooltip);
    }

    @BuildStep
    void answerDevUi(UseCacheBuildTimeConfig config, Capabilities capabilities,
            BuildProducer<JsonRPCProvidersBuildItem> providers) {
        providers.produce(new JsonRPCProvidersBuildItem(FunctionsJsonRpcService.class));
        providers.produce(new JsonRPCProvidersBuildItem(EntriesJsonRpcService.class));
        providers.produce(new JsonRPCProvidersBuildItem(TagsJsonRpcService.class));
        providers.produce(new JsonRPCProvidersBuildItem(GraphJsonRpcService.class));
        providers.produce(new JsonRPCProvidersBuildItem(LiveJsonRpcService.class));
        if (SharedStoreProcessor.isShared(config, capabilities)) {
            providers.produce(new JsonRPCProvidersBuildItem(StoreJsonRpcService.class));
        }
    }

    @BuildStep
    AdditionalBeanBuildItem watchCalls() {
        return AdditionalBeanBuildItem.builder().setUnremovable()
                .addBeanClasses(FunctionNames.class, FunctionRows.class, LoadTimes.class)
                .addBeanClasses(EntryRows.class, EntryIds.class, EntryHits.class, ValueTexts.class)
                .addBeanClasses(TagRows.class, LastRevalidations.class, NestedCalls.class)
                .addBeanClasses(LiveEvents.class, LiveStreams.class)
                .build();
    }

    @BuildStep
    void showValuesAsTheApplicationWritesThem(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.JACKSON)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(JacksonText.class));
        }
    }
}
