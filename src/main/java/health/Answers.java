package health;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import target.Target;

/** What is asked beside the cluster's API server: the services, and Prometheus about them. */
final class Answers {
    private final List<Question> questions;
    private final Asker asker;
    private final Scrapes scrapes;

    private Answers(List<Question> questions, Asker asker, Scrapes scrapes) {
        this.questions = List.copyOf(questions);
        this.asker = asker;
        this.scrapes = scrapes;
    }

    /** On a twin nobody is asked: its pods are played, and nothing listens. */
    static Answers of(List<Question> questions, Target target, KubernetesClient client) {
        return target.isTwin()
                ? new Answers(
                        questions,
                        new Asker(Optional.of("nothing listens on a twin")),
                        Scrapes.notAsked("no Prometheus runs on a twin"))
                : new Answers(questions, new Asker(Optional.empty()), Scrapes.of(client));
    }

    List<Callable<Finding>> of(StackMembers stack) {
        var asking = new ArrayList<Callable<Finding>>();
        questions.stream()
                .filter(question -> question.stack().equals(stack.stack()))
                .forEach(question -> asking.add(() -> asker.ask(question)));
        stack.members().forEach(member -> scrapes.of(member).ifPresent(finding -> asking.add(() -> finding)));
        return asking;
    }
}
