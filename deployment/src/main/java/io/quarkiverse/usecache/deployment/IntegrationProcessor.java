package io.quarkiverse.usecache.deployment;

import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget.Kind;
import org.jboss.jandex.AnnotationTransformation;
import org.jboss.jandex.DotName;

import io.quarkiverse.usecache.EntryRemoved;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.deployment.read.VisibilityReader;
import io.quarkiverse.usecache.runtime.edge.AnswerFilter;
import io.quarkiverse.usecache.runtime.edge.AnswerHeaders;
import io.quarkiverse.usecache.runtime.edge.AnswerRevalidations;
import io.quarkiverse.usecache.runtime.edge.Answers;
import io.quarkiverse.usecache.runtime.edge.ConditionalRequests;
import io.quarkiverse.usecache.runtime.edge.EarlyAnswers;
import io.quarkiverse.usecache.runtime.edge.RememberedAnswers;
import io.quarkiverse.usecache.runtime.edge.RestAnswers;
import io.quarkiverse.usecache.runtime.fragment.ScopedValues;
import io.quarkiverse.usecache.runtime.intercept.RevalidateInTransactionInterceptor;
import io.quarkiverse.usecache.runtime.observability.RemovalEvents;
import io.quarkiverse.usecache.runtime.response.ResponseRule;
import io.quarkiverse.usecache.runtime.response.RestResponseRule;
import io.quarkiverse.usecache.runtime.security.Authentication;
import io.quarkiverse.usecache.runtime.security.AuthenticationMarks;
import io.quarkiverse.usecache.runtime.security.Caller;
import io.quarkiverse.usecache.runtime.security.IdentityRefreshRule;
import io.quarkiverse.usecache.runtime.security.PrincipalGuards;
import io.quarkiverse.usecache.runtime.session.BeginsView;
import io.quarkiverse.usecache.runtime.session.BeginsViewInterceptor;
import io.quarkiverse.usecache.runtime.suspend.Coroutines;
import io.quarkiverse.usecache.runtime.transaction.JtaTransactions;
import io.quarkiverse.usecache.runtime.transaction.ReactiveTransactions;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.AnnotationsTransformerBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.resteasy.reactive.spi.ContainerRequestFilterBuildItem;
import io.quarkus.resteasy.reactive.spi.ContainerResponseFilterBuildItem;

/** Joins the extensions that an application may have or not, each by its capability. */
class IntegrationProcessor {

    private static final DotName SESSIONS_OF_A_REQUEST = DotName
            .createSimple("io.quarkus.hibernate.orm.runtime.RequestScopedSessionHolder");

    private static final DotName REMOVED = DotName.createSimple(EntryRemoved.class);

    /** Lets private methods know their caller. */
    @BuildStep
    void tellCallersApart(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.SECURITY)) {
            beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                    .addBeanClasses(Caller.class, Authentication.class, PrincipalGuards.class, IdentityRefreshRule.class)
                    .build());
        }
    }

    /** Lets private methods be called by what makes the caller's identity; others do not ask for it. */
    @BuildStep
    void markAuthentication(Capabilities capabilities, CombinedIndexBuildItem index,
            BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.SECURITY)
                && index.getIndex().getAnnotations(UseCache.class).stream().anyMatch(VisibilityReader::isPrivate)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(AuthenticationMarks.class));
        }
    }

    /** Lets a request's loads be no younger than the session of Hibernate that they may read through. */
    @BuildStep
    void followSessions(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<AnnotationsTransformerBuildItem> transformers) {
        if (capabilities.isPresent(Capability.HIBERNATE_ORM)) {
            beans.produce(new AdditionalBeanBuildItem(BeginsViewInterceptor.class, BeginsView.class));
            transformers.produce(new AnnotationsTransformerBuildItem(AnnotationTransformation.forClasses()
                    .whenClass(SESSIONS_OF_A_REQUEST).transform(holder -> holder.add(BeginsView.class))));
        }
    }

    /** Keeps responses out of the cache that are for one caller alone. */
    @BuildStep
    void refuseResponses(BuildProducer<AdditionalBeanBuildItem> beans) {
        if (QuarkusClassLoader.isClassPresentAtRuntime("jakarta.ws.rs.core.Response")) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(ResponseRule.class));
        }
        if (QuarkusClassLoader.isClassPresentAtRuntime("org.jboss.resteasy.reactive.RestResponse")) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(RestResponseRule.class));
        }
    }

    /** Lets answers of Quarkus REST tell of the cached calls that were made for them. */
    @BuildStep
    void tellTheEdge(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<ContainerRequestFilterBuildItem> requests,
            BuildProducer<ContainerResponseFilterBuildItem> answers) {
        if (capabilities.isPresent(Capability.RESTEASY_REACTIVE)) {
            beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                    .addBeanClasses(Answers.class, AnswerFilter.class, AnswerHeaders.class, RememberedAnswers.class,
                            AnswerRevalidations.class, EarlyAnswers.class)
                    .addBeanClasses(RestAnswers.class, ConditionalRequests.class).build());
            requests.produce(new ContainerRequestFilterBuildItem.Builder(ConditionalRequests.class.getName())
                    .setPriority(Integer.MAX_VALUE).setRegisterAsBean(false).build());
            answers.produce(new ContainerResponseFilterBuildItem.Builder(RestAnswers.class.getName())
                    .setRegisterAsBean(false).build());
        }
    }

    /** Tells observers of entries that have left their caches, if there are any. */
    @BuildStep
    void tellOfRemovals(CombinedIndexBuildItem index, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (Stream.of(ObservesAsync.class, Observes.class).flatMap(kind -> index.getIndex().getAnnotations(kind).stream())
                .map(AnnotationInstance::target).filter(target -> target.kind() == Kind.METHOD_PARAMETER)
                .anyMatch(target -> target.asMethodParameter().type().name().equals(REMOVED))) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(RemovalEvents.class));
        }
    }

    /** Lets templates that are rendered in cached calls belong to these, whichever thread goes on with them. */
    @BuildStep
    void followTemplates(BuildProducer<AdditionalBeanBuildItem> beans) {
        if (QuarkusClassLoader.isClassPresentAtRuntime("io.quarkus.qute.runtime.EngineProducer")) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(ScopedValues.class));
        }
    }

    /** Lets suspend functions of Kotlin be called. */
    @BuildStep
    void speakWithCoroutines(BuildProducer<AdditionalBeanBuildItem> beans) {
        if (QuarkusClassLoader.isClassPresentAtRuntime("kotlinx.coroutines.Job")) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(Coroutines.class));
        }
    }

    /** Lets revalidations wait for the commit of JTA transactions. */
    @BuildStep
    void followTransactions(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.TRANSACTIONS)) {
            beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                    .addBeanClasses(JtaTransactions.class, RevalidateInTransactionInterceptor.class).build());
        }
    }

    /** Lets revalidations wait for the commit of the transactions of Hibernate Reactive. */
    @BuildStep
    void followReactiveTransactions(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.HIBERNATE_REACTIVE)) {
            beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                    .addBeanClasses(ReactiveTransactions.class, RevalidateInTransactionInterceptor.class).build());
        }
    }
}
