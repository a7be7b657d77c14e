package cli;

import health.HealthCheck;
import health.Question;
import health.Questions;
import health.StackMembers;
import java.util.ArrayList;
import stacks.CheckedFacility;
import target.Target;

/** What has to be looked at of an environment, for whoever has its declaration and a target that was verified. */
final class EnvironmentHealth {
    private EnvironmentHealth() {}

    static HealthCheck of(CheckedFacility checked, Target target) {
        var questions = new ArrayList<Question>();
        checked.stacks()
                .forEach(stack -> questions.addAll(Questions.of(checked.facility(), stack.name(), stack.objects())));
        return HealthCheck.of(
                        checked.facility().environment().key(),
                        target,
                        checked.stacks().stream()
                                .map(stack -> StackMembers.of(
                                        stack.name(),
                                        stack.objects(),
                                        stack.resources().size()))
                                .toList())
                .asking(questions);
    }
}
