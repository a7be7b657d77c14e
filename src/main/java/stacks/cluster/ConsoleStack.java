package stacks.cluster;

import facility.console.Console;
import facility.console.ConsoleLink;
import facility.console.ConsoleNotification;
import io.fabric8.openshift.api.model.console.v1.ConsoleLinkBuilder;
import io.fabric8.openshift.api.model.console.v1.ConsoleNotificationBuilder;
import io.fabric8.openshift.api.model.console.v1.Link;
import java.util.ArrayList;
import java.util.List;
import kube.Declared;
import kube.Labels;
import stacks.Stack;

/** The console's links and banners. The cluster's other teams have theirs: ours carry the facility's name. */
public final class ConsoleStack implements Stack {
    private static final String PREFIX = "analysis-facility-";

    private final Console console;
    private final String timeZone;

    /** @param timeZone in which the banners tell their time */
    public ConsoleStack(Console console, String timeZone) {
        this.console = console;
        this.timeZone = timeZone;
    }

    @Override
    public String name() {
        return "console";
    }

    @Override
    public List<Declared> objects() {
        var objects = new ArrayList<Declared>();
        console.links().forEach(link -> objects.add(Declared.of(object(link))));
        console.notifications().forEach(notification -> objects.add(Declared.of(object(notification))));
        objects.sort(Declared.ORDER);
        return objects;
    }

    private static io.fabric8.openshift.api.model.console.v1.ConsoleLink object(ConsoleLink link) {
        return new ConsoleLinkBuilder()
                .withNewMetadata()
                .withName(PREFIX + link.name())
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .withText(link.text())
                .withHref(link.href())
                .withLocation(link.location().key())
                .endSpec()
                .build();
    }

    private io.fabric8.openshift.api.model.console.v1.ConsoleNotification object(ConsoleNotification notification) {
        return new ConsoleNotificationBuilder()
                .withNewMetadata()
                .withName(PREFIX + notification.name())
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .withText(notification.shown(timeZone))
                .withLocation(notification.location().key())
                .withColor(notification.color().orElse(null))
                .withBackgroundColor(notification.backgroundColor().orElse(null))
                .withLink(notification
                        .link()
                        .map(link -> new Link(link.href(), link.text()))
                        .orElse(null))
                .endSpec()
                .build();
    }
}
